"""What a chart needs of the texts: a callable that fills a template in one language."""

from typing import Protocol


class Words(Protocol):
    """Texts of one language: `words("charts.unit.value")`; numbers in fields are written in its form."""

    @property
    def lang(self) -> str:
        """Language of the texts: vi or en."""

    def __call__(self, key: str, /, **fields: object) -> str:
        """The text under `key` with its placeholders filled."""
