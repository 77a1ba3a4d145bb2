"""The server's side of the child processes that parse workbooks."""

import atexit
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from etl.child_watch import Watch
from etl.formats import limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.messages import Answer, receive, send, unpacked

_ROOT = Path(__file__).resolve().parent.parent
_OUT_OF_MEMORY = ("SIGABRT", "SIGKILL")  # the parser's allocator gives up; the system ends the process


class Child:
    """A process that reads one file after the other, until one brings it down or it has read its share."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "etl.formats.child"]
        self._process = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._files_left = limits.CHILD_FILES

    def ask(self, content: bytes) -> Answer:
        """What it makes of the file; if that brings it down, why."""
        self._files_left -= 1
        with Watch(self._process) as watch:
            answer = self._exchange(content)
        if answer:
            return answer
        self.end()
        return watch.verdict or _cause_of_death(self._process.returncode)

    def is_fit(self) -> bool:
        """Whether it can take another file."""
        return self._files_left > 0 and self._process.poll() is None

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _exchange(self, content: bytes) -> Answer | None:
        """Send one file and wait for its answer; None if the child ends instead."""
        assert self._process.stdin and self._process.stdout
        try:
            send(self._process.stdin, content)
            message = receive(self._process.stdout)
            return None if message is None else unpacked(message)
        except (OSError, pickle.UnpicklingError):
            return None


_places = threading.BoundedSemaphore(limits.CHILDREN_AT_ONCE)
_idle: list[Child] = []


def answers(contents: Sequence[bytes]) -> list[Answer]:
    """What a child makes of each file. Waits while as many as allowed are at work for others."""
    with _places:
        child = _free_child()
        try:
            found = []
            for content in contents:
                child = child if child.is_fit() else _replaced(child)
                found.append(_answer(child, content))
        except BaseException:
            child.end()
            raise
        _idle.append(child)
        return found


def _free_child() -> Child:
    try:
        return _idle.pop()
    except IndexError:
        return Child()


def _answer(child: Child, content: bytes) -> Answer:
    if len(content) > limits.FILE_BYTES:
        return WorkbookTooLarge("bytes", {"limit": limits.FILE_BYTES // limits.MIB})
    return child.ask(content)


def _replaced(child: Child) -> Child:
    child.end()
    return Child()


def _cause_of_death(exit_code: int) -> UnreadableWorkbook:
    name = signal.Signals(-exit_code).name if exit_code < 0 else ""
    if name in _OUT_OF_MEMORY:
        return WorkbookTooLarge("memory", {"limit": limits.CHILD_MEMORY_BYTES // limits.MIB})
    if name == "SIGXCPU":
        return WorkbookTooLarge("time", {"limit": limits.CHILD_CPU_SECONDS})
    return UnreadableWorkbook("crashed")


@atexit.register
def _end_idle() -> None:
    while _idle:
        _idle.pop().end()
