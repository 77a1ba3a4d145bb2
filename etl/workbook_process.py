"""The parent's side of the child process that parses workbooks: one child for a batch, replaced when it dies."""

import json
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from etl import workbook_limits as limits
from etl.workbook_errors import UnreadableWorkbook, WorkbookTooLarge

FRAME = struct.Struct(">Q")  # each message is its length, then its bytes
_ROOT = Path(__file__).resolve().parent.parent
_places = threading.BoundedSemaphore(limits.CHILDREN_AT_ONCE)

Answer = dict[str, Any] | UnreadableWorkbook


def answers(contents: Sequence[bytes]) -> list[Answer]:
    """What the child makes of each file: its sheets as plain values, or why it was refused."""
    found: list[Answer] = []
    with _places:
        while len(found) < len(contents):
            found += _until_child_dies(contents[len(found) :])
    return found


def _until_child_dies(contents: Sequence[bytes]) -> Iterator[Answer]:
    """The answers of one child, up to and including the file that brings it down."""
    with _child() as child:
        for content in contents:
            if len(content) > limits.FILE_BYTES:
                yield WorkbookTooLarge("bytes", limit=limits.FILE_BYTES // limits.MIB)
                continue
            answer = _ask(child, content)
            yield answer
            if child.poll() is not None:
                return


@contextmanager
def _child() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "etl.workbook_child"]
    child = subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def _ask(child: subprocess.Popen[bytes], content: bytes) -> Answer:
    """Send one file and wait for its answer, or for the child's end."""
    assert child.stdin and child.stdout
    watch = threading.Timer(limits.CHILD_WALL_SECONDS, child.kill)
    watch.start()
    try:
        child.stdin.write(FRAME.pack(len(content)) + content)
        child.stdin.flush()
        size = FRAME.unpack(child.stdout.read(FRAME.size))[0]
        return _decoded(child.stdout.read(size))
    except (OSError, struct.error, ValueError):
        child.kill()
        child.wait()
        return UnreadableWorkbook("crashed")
    finally:
        watch.cancel()


def _decoded(message: bytes) -> Answer:
    answer = json.loads(message, object_hook=_datetime)
    if "refused" not in answer:
        return answer
    kind = WorkbookTooLarge if answer["too_large"] else UnreadableWorkbook
    return kind(answer["refused"], **answer["details"])


def _datetime(value: dict[str, Any]) -> Any:
    return datetime.fromisoformat(value["datetime"]) if "datetime" in value else value
