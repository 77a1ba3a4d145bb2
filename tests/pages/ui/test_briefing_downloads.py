"""The corner of downloads: every format is offered, and made only when asked for."""

from __future__ import annotations

from pages.ui.briefing.formats import FORMATS
from tests.pages.ui.conftest import Run


def offered() -> None:
    from pages.ui import briefing_downloads, shell

    def told() -> list:
        raise AssertionError("told before anybody asked")

    briefing_downloads.corner(shell.view(), slides=told)


def test_each_format_is_offered_in_words_and_made_later(run: Run) -> None:
    page = run(offered, period="2022")
    assert not page.exception
    labels = [button.proto.label for button in page.get("download_button")]
    assert len(labels) == len(FORMATS) and labels[0].startswith("PowerPoint")
