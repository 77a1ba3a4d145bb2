"""Links as people send them: whole, with the host under which the reader's browser knows this server."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.ui.view import query


def page(name: str, address: Mapping[str, str]) -> str:
    """The link to a page with these choices."""
    return beside(f"{name}?{query(address)}")


def here(address: Mapping[str, str]) -> str:
    """The link to the page on screen with these choices."""
    return f"{_asked()}?{query(address)}"


def beside(path: str) -> str:
    """The link to a path of this server; the path alone where no browser asked."""
    return f"{_asked().rpartition('/')[0]}/{path}"


def _asked() -> str:
    return (st.context.url or "").partition("?")[0]
