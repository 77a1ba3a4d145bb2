import pytest

from etl import reading, reference
from tests.fixtures.odd import Sheet, xlsx

KNOWN = reference.load()
TITLE = ["Phiếu tự đánh giá chuyển đổi số năm 2023 - UBND tỉnh Quảng Nam"]
HEADER = ["Mã", "Tiêu chí", "Điểm tối đa", "Tự đánh giá", "Thẩm định", "Không gian mạng", "Chuyên gia", "Chênh lệch", "Minh chứng"]


def read(*rows, title=TITLE, header=HEADER, province=None):
    content = xlsx(Sheet("Phiếu", [title, header, *rows]))
    return reading.read_return(content, reference=KNOWN, name="phieu.xlsx", province=province)


def told(form):
    return [(problem.rule, problem.cell) for problem in form.problems]


def test_each_assessor_has_a_row():
    form = read(["1", "Nhận thức số", 100, 95, 90, 80, 70], ["2", "Thể chế số", 100, 50, None, None, None])
    awareness = form.rows.query("indicator == 'digital_awareness'").set_index("assessor")["value"]
    assert awareness.to_dict() == {"self": 0.95, "ministry": 0.9, "cyberspace": 0.8, "expert": 0.7}
    assert list(form.rows.query("indicator == 'digital_institutions'")["assessor"]) == ["self"]


def test_the_difference_is_recomputed_whatever_its_sign():
    form = read(["1", "Nhận thức số", 100, 95, 90, None, None, -5], ["2", "Thể chế số", 100, 95, 90, None, None, 4])
    assert told(form) == [("total-mismatch", "H4")]
    assert list(form.rows["difference"]) == [5, 5, 5, 5]


def test_words_are_kept_beside_the_figures():
    form = read(["1", "Nhận thức số", 100, 95, None, None, None, None, "+84 234: BC 15/2023"])
    assert form.rows["evidence"].tolist() == ["+84 234: BC 15/2023"]


def test_a_zero_under_reviewed_is_a_zero():
    form = read(["1", "Nhận thức số", 100, 95, 0], ["2", "Thể chế số", 100, 95, 90])
    assert form.rows.query("assessor == 'ministry'")["value"].tolist() == [0.0, 0.9]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["1", "Nhận thức số", 100, 101], ("out-of-range", "D3")),
        (["1", "Nhận thức số", 100, -1], ("out-of-range", "D3")),
        (["1", "Nhận thức số", 100, "cao"], ("not-a-number", "D3")),
        (["1", "Nhận thức số", None, 50], ("missing-value", "C3")),
    ],
)
def test_what_is_wrong_stands_at_its_cell(row, problem):
    assert told(read(row, ["2", "Thể chế số", 100, 95])) == [problem]


def test_a_code_twice():
    assert ("duplicate-row", "A4") in told(read(["1", "Nhận thức số", 100, 95], ["1", "Thể chế số", 100, 95]))


def test_the_unit_must_be_named():
    form = read(["1", "Nhận thức số", 100, 95], title=["Phiếu tự đánh giá chuyển đổi số năm 2023"])
    assert told(form) == [("unknown-province", "A1")]
    assert not form.publishable


@pytest.mark.parametrize("said", ["46", "Thừa Thiên Huế", "TT. Huế"])
def test_the_user_may_say_whose_the_form_is(said):
    form = read(["1", "Nhận thức số", 100, 95], province=said)
    assert told(form) == [] and set(form.rows["province_code"]) == {"46"}


def test_a_unit_that_is_not_there_is_refused():
    form = read(["1", "Nhận thức số", 100, 95], province="99")
    assert told(form) == [("unknown-province", "A1")]


def test_the_year_must_be_named():
    form = read(["1", "Nhận thức số", 100, 95], title=["Phiếu tự đánh giá của tỉnh Quảng Nam"])
    assert told(form) == [("framework-unclear", "A1")]


def test_unknown_criteria_propose_a_tree_of_their_own():
    form = read(
        ["1", "Hạ tầng", 30, 25],
        ["1.1", "Có mạng", 10, 10],
        ["1.2", "Có máy", 20, 15],
        ["4.22.1", "Mã không có dòng cấp trên", 5, 5],
    )
    assert told(form) == [("unknown-indicator", "A1")]
    assert form.publishable
    edition = form.rows["framework"].iloc[0]
    known = reference.load(published=[form.edition])
    tree = known.frameworks[edition]
    assert tree.children(tree.root) == ["1", "4.22.1"]
    assert tree.children("1") == ["1.1", "1.2"]
    assert tree.weights(["1", "1.2"]).tolist() == [30, 20]


def test_the_same_tree_has_the_same_draft():
    rows = (["1", "Có mạng", 10, 10], ["2", "Có máy", 20, 15])
    other = [[code, name, maximum, 0] for code, name, maximum, _ in rows]
    assert read(*rows).rows["framework"].iloc[0] == read(*other).rows["framework"].iloc[0]


def test_numbers_that_begin_anew_under_each_heading():
    form = read(["I", "Một", 10, 5], ["1", "Có mạng", 10, 5], ["II", "Hai", 20, 5], ["1", "Có máy", 20, 5])
    assert list(form.rows["indicator"]) == ["I", "I.1", "II", "II.1"]


def test_sums_of_points_are_checked_for_each_assessor():
    form = read(["1", "Hạ tầng", 30, 26, 20], ["1.1", "Có mạng", 10, 10, 5], ["1.2", "Có máy", 20, 15, 15])
    assert ("total-mismatch", "D3") in told(form) and ("total-mismatch", "E3") not in told(form)


def test_a_draft_with_unknown_points_is_a_sound_framework():
    form = read(["1", "Hạ tầng", 30, 25], ["1.1", "Có mạng", None, 10], ["2", "Có máy", 20, 15])
    tree = reference.load(published=[form.edition]).frameworks[form.rows["framework"].iloc[0]]
    assert (tree.aggregation("1"), tree.aggregation(tree.root)) == ("none", "arithmetic")
