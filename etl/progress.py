"""How long work tells those who watch it how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as (step, done, total): ``step`` is the key of its words (``build.*``, ``upload.step.*``)."""


def quiet(step: str, done: int, total: int) -> None:
    """The progress of somebody who does not watch."""
