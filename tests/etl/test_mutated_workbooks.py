"""Good tables, changed by chance: what only looks different reads the same, what is broken is told at its cell."""

import unicodedata

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from etl import reading, reference
from etl.workbooks import Sheet, Workbook, cell_name
from tests.fixtures.published import units

KNOWN = reference.load()
SHOWN = units()[:9]
TITLE = "BẢNG XẾP HẠNG CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP TỈNH (DTI) NĂM 2022"
VALUES = {"DTI": "dti", "Hạ tầng số": "infrastructure", "Hoạt động kinh tế số": "economy"}
CODES = {"DTI": "dti", "Hạ tầng số": "digital_infrastructure", "Hoạt động kinh tế số": "digital_economy_activity"}
OFTEN = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def read(cells):
    """Read a grid as if it were the only sheet of a workbook."""
    width = max(len(row) for row in cells)
    sheet = Sheet("S", [[*row, *[None] * (width - len(row))] for row in cells], hidden_columns=frozenset())
    return reading.read_opened(Workbook("w.xlsx", "0" * 64, "xlsx", (sheet,)), reference=KNOWN)


def figures(rows):
    """What was read, wherever it stood."""
    ranks = rows["rank_published"].astype(float)
    return {
        (code, indicator): (round(value, 9), None if rank != rank else int(rank))
        for code, indicator, value, rank in zip(rows["province_code"], rows["indicator"], rows["value"], ranks, strict=True)
    }


def expected():
    wanted = {(unit.code, CODES[label]): (getattr(unit, name), None) for unit in SHOWN for label, name in VALUES.items()}
    return wanted | {(unit.code, "dti"): (unit.dti, unit.rank) for unit in SHOWN}


spellings = st.sampled_from(
    [
        lambda name: name,
        str.upper,
        lambda name: f"  {name} ",
        lambda name: name.replace(" ", "\u00a0"),
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: f"Tỉnh {name}",
        lambda name: f"{name}*",
    ]
)
written = st.sampled_from(
    [
        lambda value: value,
        lambda value: f"{value:.4f}",
        lambda value: f"{value:.4f}".replace(".", ","),
        lambda value: f" {value:.4f} ",
        lambda value: f"{value * 100:.2f}%".replace(".", ","),
        lambda value: f"{value * 1000:.1f}/1000".replace(".", ","),
    ]
)


@st.composite
def tables(draw):
    """The table of SHOWN in some order of rows and columns, in some spelling, with something around it."""
    labels = draw(st.permutations(["Tỉnh, thành phố", *VALUES, "Xếp hạng DTI"]))
    rows = [[_cell(draw, label, unit) for label in labels] for unit in draw(st.permutations(SHOWN))]
    if draw(st.booleans()):
        labels, rows = ["STT", *labels], [[at, *row] for at, row in enumerate(rows, start=1)]
    if draw(st.booleans()):
        rows.insert(draw(st.integers(0, len(rows))), ["II. Đồng bằng sông Hồng"])
    above = [[], *([["Phụ lục 1"]] if draw(st.booleans()) else []), [TITLE], *([[]] if draw(st.booleans()) else [])]
    below = [[], ["Ghi chú: số liệu năm 2022"]] if draw(st.booleans()) else []
    indent = [None] * draw(st.integers(0, 2))
    return [[*indent, *row] for row in [*above, labels, *rows, *below]]


def _cell(draw, label, unit):
    if label == "Tỉnh, thành phố":
        return draw(spellings)(unit.name)
    if label == "Xếp hạng DTI":
        return draw(st.sampled_from([unit.rank, str(unit.rank), f"{unit.rank}/63"]))
    return draw(written)(getattr(unit, VALUES[label]))


@OFTEN
@given(tables())
def test_the_same_figures_however_they_are_laid_out(cells):
    told = read(cells)
    assert [problem for problem in told.problems if problem.severity != "info"] == []
    assert figures(told.rows) == expected()


BASE = [[TITLE], ["TT", "Tỉnh", *VALUES, "Xếp hạng DTI"]]
BASE += [[at, u.name, u.dti, u.infrastructure, u.economy, u.rank] for at, u in enumerate(SHOWN, start=1)]


@OFTEN
@given(
    row=st.integers(2, len(BASE) - 1),
    column=st.integers(2, 4),
    junk=st.sampled_from([("cao", "not-a-number"), (7.5, "out-of-range"), (-0.1, "out-of-range"), ("-", "missing-value"), (True, "not-a-number")]),
)
def test_one_broken_value_is_one_problem_at_its_cell(row, column, junk):
    broken = [list(cells) for cells in BASE]
    broken[row][column] = junk[0]
    told = read(broken)
    assert [(problem.rule, problem.cell) for problem in told.problems] == [(junk[1], cell_name(row, column))]
    whole = {key: figure for key, figure in expected().items() if key[0] != SHOWN[row - 2].code}
    assert {key: figure for key, figure in figures(told.rows).items() if key in whole} == whole


@OFTEN
@given(row=st.integers(2, len(BASE) - 1), name=st.sampled_from(["Atlantis", "Tỉnh X", "Quảng", "12345", "Sở TTTT"]))
def test_one_wrong_name_is_one_problem_at_its_cell(row, name):
    broken = [list(cells) for cells in BASE]
    broken[row][1] = name
    told = read(broken)
    assert [problem.cell for problem in told.problems] == [cell_name(row, 1)]
    assert told.problems[0].rule in ("unknown-province", "ambiguous-province")
    assert len(told.rows) == 3 * (len(SHOWN) - 1)


@OFTEN
@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=12), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.sampled_from([unit.name for unit in SHOWN] + ["STT", "Tỉnh", "DTI 2022", "Hạng"])), max_size=8), min_size=1, max_size=12))
def test_no_grid_whatever_makes_it_fail(cells):
    told = read(cells)
    assert told.rows["value"].isna().sum() <= len(told.rows)
