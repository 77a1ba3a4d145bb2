"""Messages between the server and the child that reads workbooks."""

import io
import pickle
from datetime import datetime

import pytest

from etl.formats import messages
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.messages import Reply
from etl.formats.sheet import Contents, Sheet


def test_sheets_survive() -> None:
    sheet = Sheet(
        "S",
        [["Huế", 1, 0.5, True, datetime(2024, 4, 1), None]],
        merged=((0, 0, 0, 1),),
        hidden_columns=frozenset({1}),
        formulas_without_value=frozenset({(0, 5)}),
        rows=(4,),
        columns=(0, 1, 2, 3, 4, 9),
    )
    reply = Reply("csv", Contents([sheet], {"encoding": "UTF-8"}))
    assert messages.unpacked(messages.packed(reply)) == reply


def test_refusals_survive() -> None:
    error = messages.unpacked(messages.packed(WorkbookTooLarge("ratio", {"limit": 200})))
    assert (type(error), str(error)) == (WorkbookTooLarge, "problems.too-large.ratio limit=200")
    assert str(messages.unpacked(messages.packed(UnreadableWorkbook("empty")))) == "problems.unreadable-file.empty"


@pytest.mark.parametrize("content", [print, open, io.BytesIO, Exception("x"), pickle.Unpickler])
def test_nothing_else_does(content: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        messages.unpacked(pickle.dumps(content) if callable(content) else pickle.dumps([content]))


def test_a_message_that_breaks_off_is_none() -> None:
    pipe = io.BytesIO()
    messages.send(pipe, b"abc")
    whole = pipe.getvalue()
    assert messages.receive(io.BytesIO(whole)) == b"abc"
    assert [messages.receive(io.BytesIO(whole[:size])) for size in (0, 4, len(whole) - 1)] == [None] * 3
