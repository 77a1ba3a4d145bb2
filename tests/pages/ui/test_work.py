"""Long work: it tells how far it is, goes on unwatched, and keeps what it raised."""

from __future__ import annotations

from threading import Event

import pytest

from pages.ui.work import Work


def test_work_goes_on_and_tells_where_it_is() -> None:
    told, may_end = Event(), Event()

    def do(progress) -> str:
        progress("compute", 2, 4)
        told.set()
        may_end.wait(10)
        return "done"

    begun = Work(lambda progress: may_end.wait(10))
    assert begun.at is None
    work = Work(do)
    assert told.wait(10) and work.at == ("compute", 0.5) and not work.over()
    may_end.set()
    assert work.result() == "done" and work.over()


def test_what_it_raises_is_kept() -> None:
    def do(progress) -> None:
        raise LookupError("no")

    work = Work(do)
    assert work.over(within=10)
    with pytest.raises(LookupError):
        work.result()
