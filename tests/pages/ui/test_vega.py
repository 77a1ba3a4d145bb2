"""What draws charts outside Streamlit's pages is put together once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.ui import vega


def test_it_is_put_together_once_a_store(empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(vega.vl_convert, "javascript_bundle", lambda snippet: made.append(snippet) or "// vẽ")
    assert vega.library() == vega.library() == "// vẽ".encode()
    assert made == ["window.vegaEmbed = vegaEmbed;"]
    assert [file.name for file in (empty_store / "libraries").iterdir()] == [f"vega-{vega.version()}.js"]
