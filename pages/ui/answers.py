"""Answers beside the pages, to programs and to links: what they share in reading an address and in refusing one."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from etl import store, text
from pages.ui import view as views
from pages.ui.pinned import OPTION as BUILD


class Refused(Exception):
    """An address that nothing stands under: the status of the answer and its sentence (``answers.<key>``)."""

    def __init__(self, status: int, key: str, **fields: str) -> None:
        self.status, self.key, self.fields = status, key, fields
        super().__init__(key)


def said(answer: Callable[[Request], Response], request: Request) -> Response:
    """The answer, or one sentence in the reader's language that says why there is none."""
    try:
        return answer(request)
    except Refused as refused:
        texts = text.load(views.language(request.query_params))
        return PlainTextResponse(texts(f"answers.{refused.key}", **refused.fields) + "\n", refused.status)


def build_to_read(request: Request) -> str:
    """The build that the address pins, else the current one.  Raises Refused."""
    pinned, current = request.query_params.get(BUILD), store.current()
    if pinned is None and current is None:
        raise Refused(503, "no_build")
    if pinned is not None and not store.has_build(pinned):
        raise Refused(404, "gone", build=pinned)
    return pinned or str(current)
