"""The libraries that draw charts in a browser outside Streamlit's pages: those that draw the pictures too."""

from __future__ import annotations

from functools import cache
from threading import Lock

import vl_convert

from etl import store

_MAKING = Lock()


@cache
def version() -> str:
    """The versions of Vega and of the library that draws from a specification: a new one is a new address."""
    return f"{vl_convert.get_vega_version()}-{vl_convert.get_vega_embed_version()}"


def library() -> bytes:
    """JavaScript that defines ``vegaEmbed``; it takes seconds to put together, so it is kept in the store."""
    file = store.library_file(f"vega-{version()}.js")
    with _MAKING:
        if not file.is_file():
            with store.replacing(file) as stream:
                stream.write(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").encode())
    return file.read_bytes()
