"""The child process that parses workbooks: `python -m etl.formats.child`, files in, sheets out by pipes.

It runs no macro and opens no file. It limits itself before it sees any content, and imports the reader of a
format only when a file of that format comes, so that it starts in hundredths of a second.
"""

import importlib
import sys
from typing import BinaryIO

from etl.formats import detect, self_limits
from etl.formats.errors import UnreadableWorkbook
from etl.formats.messages import Answer, Reply, packed, receive, send

_READERS = {
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsb",
    "xls": "xls",
    "ods": "ods",
    "fods": "ods",
    "xml": "excel_2003_xml",
    "html": "html_tables",
    "csv": "delimited",
}


def serve(files: BinaryIO, replies: BinaryIO) -> None:
    """Answer each file in turn until there are no more."""
    while (content := receive(files)) is not None:
        self_limits.allow_time()
        send(replies, packed(answer(content)))


def answer(content: bytes) -> Answer:
    """The sheets of a file, or why it was refused."""
    try:
        kind = detect.of(content)
        return Reply(kind, importlib.import_module(f"etl.formats.{_READERS[kind]}").read(content))
    except UnreadableWorkbook as error:
        return error
    except MemoryError:
        return self_limits.out_of_memory()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the parser is no Exception
        return UnreadableWorkbook("crashed")


if __name__ == "__main__":
    self_limits.limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
