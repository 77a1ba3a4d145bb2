"""Events as they are told: the newest first, what counts now, whose words stay words."""

from __future__ import annotations

from etl import events, text
from etl.aliases import Aliases, encoded
from pages.ui.questions.history import told
from tests.etl.small import HUE, event, rows

VI = text.load("vi")


def moment(at) -> str:
    return at.strftime("%Y")


def test_the_newest_comes_first_with_its_state(empty_store) -> None:
    first = event(rows({HUE: 0.9}), file="a.xlsx", changes={"new": 0, "changed": 1, "gone": 0})
    event(kind=events.WITHDRAW, target=first.id)
    second = event(rows({HUE: 0.8}), file="b.xlsx")
    known = events.published()
    table = told.table(known, VI, moment=moment)
    assert list(table["file"]) == ["b.xlsx", "a.xlsx", "a.xlsx"]
    assert list(table["state"]) == [VI("history.state.in_force"), "", VI("history.state.withdrawn")]
    assert table["n_changed"].isna().tolist() == [True, True, False]
    assert [told.state(each, known) for each in known] == [told.WITHDRAWN, None, told.IN_FORCE]
    assert second.id == table["id"].iloc[0]


def test_everything_known_of_an_event_is_a_line(empty_store) -> None:
    said = encoded(Aliases(units=((63, "Xứ Z", HUE),)))
    one = event(kind=events.RETURN, file="a.xlsx", note="x", complete=True, framework="FORM-1", contents={events.ALIASES: said})
    lines = "\n".join(told.lines(one, [one], VI, moment=moment))
    for word in ("An", "a.xlsx", "FORM-1", "Xứ Z", one.id, VI("history.about.complete")):
        assert word in lines


def test_a_withdrawal_says_what_it_is_about(empty_store) -> None:
    first = event(rows({HUE: 0.9}), file="a.xlsx")
    withdrawal = event(kind=events.WITHDRAW, target=first.id)
    assert any("a.xlsx" in line for line in told.lines(withdrawal, [first, withdrawal], VI, moment=moment))
