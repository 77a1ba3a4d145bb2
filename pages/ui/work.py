"""Long work in a thread of its own: it goes on when its page is left, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from threading import Thread
from typing import Generic, TypeVar

import streamlit as st

from etl.build import Progress
from etl.text import Texts

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 0.1


class Work(Generic[T]):
    """One piece of work, begun at once. What it raises is kept until somebody asks for its result."""

    def __init__(self, do: Callable[[Progress], T]) -> None:
        self._outcome: Future[T] = Future()
        self._at = ("reference", 0, 1)
        Thread(target=self._run, args=(do,)).start()

    @property
    def at(self) -> tuple[str, float]:
        """The step that it is at (a key of ``build.*``) and how much is done, 0..1."""
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


def follow(work: Work[T], texts: Texts) -> T:
    """Show how far the work is until it is over, and return its result.  Raises what it raised."""
    if not work.over():
        bar = st.progress(0.0)
        while not work.over(within=LOOK_AGAIN_SECONDS):
            step, share = work.at
            bar.progress(share, text=texts(f"build.{step}"))
        bar.empty()
    return work.result()


@contextmanager
def at_step(text: str, share: float) -> Iterator[None]:
    """A bar that says what is being done and how much is done before it (0..1), for as long as the block takes."""
    bar = st.progress(share, text=text)
    yield
    bar.empty()
