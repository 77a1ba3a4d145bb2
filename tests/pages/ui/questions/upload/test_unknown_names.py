"""Unknown names from made-up problems: each once, with the suggested meanings first, and what an answer means."""

from __future__ import annotations

import pytest

from etl import reference, text
from etl.problems import Problem
from etl.reference import Reference
from pages.ui.questions.upload.unknown_names import unknown_names

VI, EN = text.load("vi"), text.load("en")


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference.load()


def unit(variant: str, cell: str, found: str, rule: str = "unknown-province", **fields: object) -> Problem:
    return Problem(rule, variant, "S", cell, found, {"universe": 63, **fields})


def test_a_name_in_several_cells_is_asked_once(known: Reference) -> None:
    problems = [unit("no_suggestion", cell, "Xứ Z") for cell in ("B5", "B9")]
    (name,) = unknown_names(problems, known, VI)
    assert name.places == ("S!B5", "S!B9") and name.suggested == () and len(name.choices) == 63
    assert name.said("46").units == ((63, "Xứ Z", "46"),)


def test_suggestions_come_first_in_the_reader_s_language(known: Reference) -> None:
    (name,) = unknown_names([unit("suggestion", "B5", "Thừa Thiên Hế", suggestion="Thừa Thiên Huế")], known, EN)
    assert name.suggested == ("46",) and next(iter(name.choices.items())) == ("46", "Thua Thien Hue")
    (tied,) = unknown_names([unit("several_fit", "B5", "Quảng", "ambiguous-province", suggestions="Quảng Nam, Quảng Ngãi")], known, VI)
    assert [tied.choices[code] for code in tied.suggested] == ["Quảng Nam", "Quảng Ngãi"]


def test_an_indicator_is_asked_for_by_the_name_it_is_looked_up_by(known: Reference) -> None:
    titles = {"vi": known.frameworks["QD922-2022"].nodes.at["digital_infrastructure", "name_vi"]}
    fields = {"framework": "QD922-2022", "name": "ha tang", "suggestion": titles}
    (name,) = unknown_names([Problem("unknown-indicator", "suggestion", "S", "D3", "Giá trị hạ tầng", fields)], known, VI)
    assert (name.written, name.suggested) == ("Giá trị hạ tầng", ("digital_infrastructure",))
    assert name.said("dti").indicators == (("QD922-2022", "ha tang", "dti"),)


def test_what_no_answer_mends_is_not_asked(known: Reference) -> None:
    problems = [
        unit("no_name", "B5", ""),
        unit("form", "A1", "Phiếu"),
        unit("name_and_code", "B5", "Huế", "ambiguous-province", code="46"),
        Problem("unknown-indicator", "draft", "S", "A1", "x", {"framework": "FORM-1", "n": 3}),
        Problem("not-a-number", "text", "S", "C5", "abc"),
    ]
    assert unknown_names(problems, known, VI) == []
