"""Every limit on a workbook from outside, in one place."""

MIB = 1024 * 1024

FILE_BYTES = 50 * MIB  # of the file as uploaded
UNPACKED_BYTES = 400 * MIB  # of all entries of a zip together
UNPACKED_RATIO = 200  # unpacked : packed, of a zip that unpacks to more than RATIO_FREE_BYTES
RATIO_FREE_BYTES = 20 * MIB
ZIP_ENTRIES = 5_000
SHEETS = 500
CELLS = 2_000_000  # of one sheet's grid, and of all grids of a workbook together

CHILD_MEMORY_BYTES = 1024 * MIB
CHILD_CPU_SECONDS = 10  # for each file
CHILD_WALL_SECONDS = 20  # for each file; more than the CPU time because the machine may be busy
CHILDREN_AT_ONCE = 2
