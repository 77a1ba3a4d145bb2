import pytest

from etl.column_labels import ASIDE, BOTH, INDICATOR, PERIOD, RANK, VALUE, said


@pytest.mark.parametrize(
    ("labels", "kind", "names"),
    [
        (("Chỉ số chuyển đổi số cấp tỉnh (DTI)", "Xếp hạng"), RANK, ("Chỉ số chuyển đổi số cấp tỉnh (DTI)",)),
        (("Chỉ số chuyển đổi số cấp tỉnh (DTI)", "Giá trị"), VALUE, ("Chỉ số chuyển đổi số cấp tỉnh (DTI)",)),
        (("ICT Index", "Thứ hạng\n(giá trị)"), BOTH, ("ICT Index",)),
        (("Xếp hạng DTI",), RANK, ("dti",)),
        (("Điểm Hạ tầng số",), VALUE, ("ha tang so",)),
        (("DTI hạng",), RANK, ("dti",)),
        (("Năm 2022", "Hạng"), RANK, ()),
        (("Thứ hạng",), RANK, ()),
        (("Chỉ số",), VALUE, ()),
        (("rank_published",), RANK, ()),
        (("Hạ tầng số",), None, ("Hạ tầng số",)),
        (("Hạ tầng kỹ thuật", "Xã hội"), None, ("Hạ tầng kỹ thuật", "Xã hội")),
    ],
)
def test_kind_and_names(labels, kind, names):
    assert (said(labels).kind, said(labels).names) == (kind, names)


@pytest.mark.parametrize(
    ("label", "maximum", "percent", "name"),
    [
        ("Hạ tầng số (100 điểm)", 100, False, "Hạ tầng số"),
        ("Hạ tầng số\n(điểm tối đa: 1.000)", 1000, False, "Hạ tầng số"),
        ("Hạ tầng số (max 200)", 200, False, "Hạ tầng số"),
        ("Hạ tầng số /100", 100, False, "Hạ tầng số"),
        ("Hạ tầng số (%)", None, True, "Hạ tầng số"),
        ("Hạ tầng số %", None, True, "Hạ tầng số"),
        ("Hạ tầng số 2022", None, False, "Hạ tầng số 2022"),
        ("Hạ tầng số 12/2022", None, False, "Hạ tầng số 12/2022"),
    ],
)
def test_measures(label, maximum, percent, name):
    told = said((label,))
    assert (told.maximum, told.percent, told.names) == (maximum, percent, (name,))


def test_a_sign_for_per_cent_below_a_name():
    told = said(("Hạ tầng số", "%"))
    assert (told.names, told.percent, told.keys) == (("Hạ tầng số",), True, frozenset())


@pytest.mark.parametrize(("label", "year"), [("DTI 2022", 2022), ("Năm 2021", 2021), ("DTI 2021-2022", None), ("DTI", None)])
def test_years(label, year):
    assert said((label,)).period == year


@pytest.mark.parametrize(
    ("label", "key"),
    [("Năm", PERIOD), ("Chỉ tiêu", INDICATOR), ("Ghi chú", ASIDE), ("So với năm 2021", ASIDE), ("Tăng/giảm", ASIDE), ("+/-", ASIDE), ("STT", ASIDE)],
)
def test_columns_that_hold_no_figures(label, key):
    assert key in said((label,)).keys
