"""The parent's side of the child process that parses workbooks; a child that dies is replaced."""

import json
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from etl.child_watch import Watch
from etl.formats import limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge

_FRAME = struct.Struct(">Q")  # each message is its length, then its bytes
_ROOT = Path(__file__).resolve().parent.parent
_places = threading.BoundedSemaphore(limits.CHILDREN_AT_ONCE)

_OUT_OF_MEMORY = ("SIGABRT", "SIGKILL")  # the parser's allocator gives up; the system ends the process

Child = subprocess.Popen[bytes]
Answer = dict[str, Any] | UnreadableWorkbook


def answers(contents: Sequence[bytes]) -> list[Answer]:
    """What the child makes of each file: format, sheets and notes as plain values, or why it was refused.

    Waits while as many children as allowed are at work for others.
    """
    found: list[Answer] = []
    with _places:
        while len(found) < len(contents):
            found += _until_child_dies(contents[len(found) :])
    return found


def _until_child_dies(contents: Sequence[bytes]) -> Iterator[Answer]:
    """The answers of one child, up to and including the file that brings it down."""
    with _child() as child:
        for content in contents:
            yield _ask(child, content)
            if child.poll() is not None:
                return


@contextmanager
def _child() -> Iterator[Child]:
    with subprocess.Popen(
        [sys.executable, "-m", "etl.formats.child"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            yield child
        finally:
            child.kill()
            with suppress(OSError):  # what it never took is still to be sent
                child.communicate()


def _ask(child: Child, content: bytes) -> Answer:
    """Send one file and wait for its answer, or for the child's end."""
    if len(content) > limits.FILE_BYTES:
        return WorkbookTooLarge("bytes", limit=limits.FILE_BYTES // limits.MIB)
    with Watch(child) as watch:
        try:
            return _decoded(_exchange(child, content))
        except (OSError, ValueError, struct.error):
            child.kill()
    return watch.verdict or _cause_of_death(child.wait())


def _exchange(child: Child, content: bytes) -> bytes:
    assert child.stdin and child.stdout
    child.stdin.write(_FRAME.pack(len(content)) + content)
    child.stdin.flush()
    return child.stdout.read(*_FRAME.unpack(child.stdout.read(_FRAME.size)))


def _cause_of_death(exit_code: int) -> UnreadableWorkbook:
    name = signal.Signals(-exit_code).name if exit_code < 0 else ""
    if name in _OUT_OF_MEMORY:
        return WorkbookTooLarge("memory", limit=limits.CHILD_MEMORY_BYTES // limits.MIB)
    if name == "SIGXCPU":
        return WorkbookTooLarge("time", limit=limits.CHILD_CPU_SECONDS)
    return UnreadableWorkbook("crashed")


def _decoded(message: bytes) -> Answer:
    answer = json.loads(message, object_hook=_datetime)
    if "refused" not in answer:
        return answer
    kind = WorkbookTooLarge if answer["too_large"] else UnreadableWorkbook
    return kind(answer["refused"], **answer["details"])


def _datetime(value: dict[str, Any]) -> Any:
    return datetime.fromisoformat(value["datetime"]) if "datetime" in value else value
