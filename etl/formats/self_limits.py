"""The limits that the child process sets on itself, where the system knows them (not on Windows)."""

import contextlib
import math

from etl.formats import limits
from etl.formats.errors import WorkbookTooLarge

try:
    import resource
except ImportError:  # Windows: `etl.workbook_process` watches the child's memory and time instead
    resource = None  # type: ignore[assignment]


def limit() -> None:
    """No more memory than allowed from now on, and no memory dump when it ends badly."""
    if resource:
        _set(resource.RLIMIT_AS, limits.CHILD_MEMORY_BYTES)
        _set(resource.RLIMIT_CORE, 0)


def allow_time() -> None:
    """The processor time for one more file; the system ends the process when it is used up."""
    if resource:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + limits.CHILD_CPU_SECONDS)


def out_of_memory() -> WorkbookTooLarge:
    return WorkbookTooLarge("memory", {"limit": limits.CHILD_MEMORY_BYTES // limits.MIB})


def _set(kind: int, value: int) -> None:
    """Set the soft limit; some systems (macOS) do not take one on memory."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (value, resource.getrlimit(kind)[1]))
