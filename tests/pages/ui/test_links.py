"""Links as people send them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pages.ui import links


@pytest.mark.parametrize("here", ["https://dti.example.vn/a/overview", "https://dti.example.vn/a/?lang=vi"])
def test_a_link_is_whole_and_keeps_the_folder_of_the_server(monkeypatch: pytest.MonkeyPatch, here: str) -> None:
    monkeypatch.setattr(links.st, "context", SimpleNamespace(url=here))
    assert links.page("trends", {"lang": "vi", "against": "01,48"}) == "https://dti.example.vn/a/trends?lang=vi&against=01,48"
