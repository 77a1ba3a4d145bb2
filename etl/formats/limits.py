"""Every limit on a workbook from outside, in one place."""

MIB = 1024 * 1024

FILE_BYTES = 50 * MIB  # of the file as it comes
ZIP_ENTRIES = 5_000
UNPACKED_BYTES = 256 * MIB  # of all entries of a zip together
UNPACKED_RATIO = 200  # unpacked : packed, of a zip that unpacks to more than RATIO_FREE_BYTES
RATIO_FREE_BYTES = 20 * MIB
SHEETS = 500
CELLS = 2_000_000  # of all grids of a workbook together, empty cells counted
SPARSE_CELLS = 200_000  # from here on a grid that is mostly empty is read without its gaps

CHILD_MEMORY_BYTES = 1024 * MIB
CHILD_CPU_SECONDS = 8  # for each file
CHILD_WALL_SECONDS = 9  # for each file, on a busy machine too
CHILD_FILES = 200  # read by one child before a fresh one takes its place
CHILDREN_AT_ONCE = 2
