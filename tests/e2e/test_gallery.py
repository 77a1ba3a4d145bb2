"""The README's pictures exist, and can be taken again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e import gallery

PNG = b"\x89PNG\r\n\x1a\n"
README = (gallery.PROJECT / "README.md").read_text(encoding="utf-8")


def size(picture: bytes) -> tuple[int, int]:
    """Width and height from a PNG's first chunk."""
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


def test_the_readme_shows_the_pictures_of_the_gallery() -> None:
    assert set(re.findall(r"!\[[^\]]*\]\(docs/([^)]+)\)", README)) == set(gallery.IN_README)


@pytest.mark.parametrize("name", gallery.IN_README)
def test_a_picture_of_the_readme_can_be_taken_again(
    name: str, chromium: Browser, address: str, tmp_path: Path
) -> None:
    taken = gallery.picture(chromium, address + gallery.IN_README[name], tmp_path / name).read_bytes()
    kept = (gallery.DOCS / name).read_bytes()
    assert taken[:8] == kept[:8] == PNG
    assert size(taken) == size(kept) == (1440, gallery.HEIGHT)


def test_every_slide_has_its_picture(chromium: Browser, address: str, tmp_path: Path) -> None:
    url = f"{address}/show?framework=QD922-2022&period=2023&slides=standing;sources"
    taken = [file.read_bytes() for file in gallery.slides(chromium, url, tmp_path / "slides")]
    assert [size(picture) for picture in taken] == [(1920, 1080)] * 2 and taken[0] != taken[1]
