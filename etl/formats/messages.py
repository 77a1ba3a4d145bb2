"""How the server and the child process that reads workbooks talk: each message is its length, then its bytes."""

import io
import pickle
import struct
from datetime import datetime
from typing import IO, Any, NamedTuple

from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.sheet import Contents, Sheet

_LENGTH = struct.Struct(">Q")


class Reply(NamedTuple):
    """What a file turned out to be."""

    format: str
    contents: Contents


Answer = Reply | UnreadableWorkbook

_ALLOWED = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (Contents, Reply, Sheet, UnreadableWorkbook, WorkbookTooLarge, datetime, frozenset)
}


def send(pipe: IO[bytes], message: bytes) -> None:
    """Raises OSError if the other side is gone."""
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None if the other side has ended, be it in the middle of one."""
    header = pipe.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    message = pipe.read(length)
    return message if len(message) == length else None


def packed(answer: Answer) -> bytes:
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


def unpacked(message: bytes) -> Answer:
    """The answer in a message of the child. Raises pickle.UnpicklingError if it holds anything else."""
    return _Unpickler(io.BytesIO(message)).load()


class _Unpickler(pickle.Unpickler):
    """Makes sheets and refusals only, whatever a child that met a hostile file may send."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) in _ALLOWED:
            return _ALLOWED[module_name, global_name]
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")
