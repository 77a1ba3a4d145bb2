"""Ends a child process that takes too long, or too much memory where it cannot limit itself (Windows)."""

import ctypes
import subprocess
import sys
import threading
import time
from types import TracebackType

from etl.formats import limits
from etl.formats.errors import WorkbookTooLarge

_POLL_SECONDS = 0.05


class Watch:
    """Watches a child while the `with` block lasts; `verdict` is why it was ended, or None."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self.verdict: WorkbookTooLarge | None = None
        self._child = child
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        deadline = time.monotonic() + limits.CHILD_WALL_SECONDS
        while not self.verdict and not self._over.wait(_POLL_SECONDS):
            self.verdict = _verdict(deadline, committed_bytes(self._child))
        if self.verdict:
            self._child.kill()


def _verdict(deadline: float, memory: int) -> WorkbookTooLarge | None:
    if time.monotonic() > deadline:
        return WorkbookTooLarge("time", {"limit": limits.CHILD_WALL_SECONDS})
    if memory > limits.CHILD_MEMORY_BYTES:
        return WorkbookTooLarge("memory", {"limit": limits.CHILD_MEMORY_BYTES // limits.MIB})
    return None


def committed_bytes(child: subprocess.Popen[bytes]) -> int:
    """The memory that the child has taken from Windows; 0 elsewhere, where the child limits itself."""
    if sys.platform != "win32":
        return 0
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    handle = ctypes.c_void_p(int(child._handle))  # the only way to it without opening the process anew
    ctypes.windll.kernel32.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    return counters.pagefile_usage


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_fault_count", ctypes.c_uint32),
        ("peak_working_set_size", ctypes.c_size_t),
        ("working_set_size", ctypes.c_size_t),
        ("quota_peak_paged_pool_usage", ctypes.c_size_t),
        ("quota_paged_pool_usage", ctypes.c_size_t),
        ("quota_peak_non_paged_pool_usage", ctypes.c_size_t),
        ("quota_non_paged_pool_usage", ctypes.c_size_t),
        ("pagefile_usage", ctypes.c_size_t),
        ("peak_pagefile_usage", ctypes.c_size_t),
    )
