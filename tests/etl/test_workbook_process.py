"""Children that read workbooks: replaced when they die, kept for the next, never too many at once."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from etl import child_watch, workbook_process
from etl.formats import limits
from etl.formats.errors import UnreadableWorkbook
from etl.workbook_process import Child, answers
from tests.etl.zipped import sheet_xml, text_cell, xlsx

GOOD = xlsx(sheet_xml(f"<row>{text_cell('A1', 'Huế')}</row>"))


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child()
    yield child
    child.end()


def slow_file() -> bytes:
    """A page of 300,000 cells that span all columns: some seconds of work."""
    return b"<table><tr>" + b"<td colspan=1000>" * 300_000


def test_a_child_reads_one_file_after_the_other(child: Child) -> None:
    for _ in range(3):
        assert child.ask(GOOD).contents.sheets[0].cells == [["Huế"]]
    assert child.is_fit()


def test_a_child_that_is_killed_says_why_and_is_done(child: Child) -> None:
    child._process.kill()
    child._process.wait()
    assert str(child.ask(GOOD)) == "problems.too-large.memory limit=1024"
    assert not child.is_fit()


@pytest.mark.parametrize(
    ("signal", "reason"), [("SEGV", "unreadable-file.crashed"), ("XCPU", "too-large.time"), ("ABRT", "too-large.memory")]
)
def test_every_end_has_its_reason(child: Child, signal: str, reason: str) -> None:
    subprocess.run(["kill", f"-{signal}", str(child._process.pid)], check=True)
    child._process.wait()
    assert child.ask(GOOD).reason_key == f"problems.{reason}"


def test_a_child_that_takes_too_long_is_ended(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 0.3)
    begun = time.monotonic()
    assert child.ask(slow_file()).reason_key == "problems.too-large.time"
    assert time.monotonic() - begun < limits.CHILD_CPU_SECONDS  # ended by its own limit
    assert not child.is_fit()


def test_a_child_that_takes_too_much_memory_is_ended(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where the server watches; elsewhere the child cannot take more than it is allowed."""
    monkeypatch.setattr(child_watch, "committed_bytes", lambda _: limits.CHILD_MEMORY_BYTES + 1)
    assert str(child.ask(slow_file())) == "problems.too-large.memory limit=1024"


def test_a_child_that_babbles_is_not_believed(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_process, "receive", lambda _: b"cos\nsystem\n(S'true'\ntR.")
    assert child.ask(GOOD).reason_key == "problems.too-large.memory"
    assert not child.is_fit()


def test_a_child_reads_its_share_and_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHILD_FILES", 2)
    monkeypatch.setattr(workbook_process, "_idle", [])
    made = count_children(monkeypatch)
    answers([GOOD] * 5)
    assert len(made) == 3


def test_an_idle_child_is_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_process, "_idle", [])
    made = count_children(monkeypatch)
    answers([GOOD])
    answers([GOOD, b""])
    assert len(made) == 1


def test_no_more_children_at_once_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_process, "_idle", [])
    made = count_children(monkeypatch)
    readers = [threading.Thread(target=answers, args=([GOOD],)) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert 1 <= len(made) <= limits.CHILDREN_AT_ONCE


def test_an_interrupted_child_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(child: Child, content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbook_process, "_idle", [])
    with monkeypatch.context() as patch:
        patch.setattr(Child, "ask", interrupted)
        with pytest.raises(KeyboardInterrupt):
            answers([GOOD])
    assert workbook_process._idle == []
    assert not isinstance(answers([GOOD])[0], UnreadableWorkbook)


def test_a_child_sets_its_own_limits() -> None:
    program = (
        "import resource; from etl.formats import limits, self_limits; limits.CHILD_CPU_SECONDS = 0\n"
        "self_limits.limit(); print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CORE)[0])\n"
        "try: bytearray(2**31)\n"
        "except MemoryError: print('no memory', flush=True)\n"
        "self_limits.allow_time()\n"
        "while True: pass\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    assert ended.stdout.split("\n")[:2] == [f"{2**30} 0", "no memory"]
    assert workbook_process._cause_of_death(ended.returncode).reason_key == "problems.too-large.time"


def test_a_child_ends_with_its_server() -> None:
    program = (
        "from etl.workbook_process import answers, _idle; answers([b'a;b']); print(_idle[0]._process.pid, flush=True)"
    )
    server = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert subprocess.run(["kill", "-0", server.stdout.strip()], capture_output=True).returncode != 0


def count_children(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    made: list[Child] = []

    class Counted(Child):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(workbook_process, "Child", Counted)
    return made
