"""Long work in a thread of its own: it goes on when its page is left, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Generic, TypeVar

import streamlit as st

from etl.progress import Progress
from etl.text import Texts

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 0.1


class Work(Generic[T]):
    """One piece of work, begun at once. What it raises is kept until somebody asks for its result."""

    def __init__(self, do: Callable[[Progress], T]) -> None:
        self._outcome: Future[T] = Future()
        self._at: tuple[str, int, int] | None = None
        Thread(target=self._run, args=(do,)).start()

    @property
    def at(self) -> tuple[str, float] | None:
        """The step that it is at (the key of its words) and how much is done, 0..1; None before the first."""
        if self._at is None:
            return None
        step, done, total = self._at
        return step, done / total

    def over(self, *, within: float = 0) -> bool:
        """Whether it has ended, or does so within these seconds."""
        return not wait([self._outcome], timeout=within).not_done

    def result(self) -> T:
        """What it gave, waiting until it is over.  Raises what it raised."""
        return self._outcome.result()

    def _run(self, do: Callable[[Progress], T]) -> None:
        try:
            self._outcome.set_result(do(self._tell))
        except BaseException as error:
            self._outcome.set_exception(error)

    def _tell(self, step: str, done: int, total: int) -> None:
        self._at = (step, done, total)


def follow(work: Work[T], texts: Texts, *, steps: str = "build") -> T:
    """Show how far the work is until it is over, and return its result.  Raises what it raised.

    ``steps``: where the words of its steps stand. What is over at once shows nothing.
    """
    if not work.over(within=LOOK_AGAIN_SECONDS):
        place = st.empty()
        while not work.over(within=LOOK_AGAIN_SECONDS):
            if work.at:
                step, share = work.at
                place.progress(share, text=texts(f"{steps}.{step}"))
        place.empty()
    return work.result()
