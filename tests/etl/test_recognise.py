import pytest

from etl import recognise, reference
from etl.recognise import Clues

KNOWN = reference.load()


def clues(*scopes, **said):
    return Clues(tuple((scope,) if isinstance(scope, str) else scope for scope in scopes), **said)


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        (("DTI năm 2022",), 2022),
        (("Theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022", "dti_2023.xlsx"), 2023),
        (("VIETNAM ICT INDEX 2019 (số liệu năm 2018)",), 2019),
        (("Số liệu của năm 2019", "ICT Index 2020"), 2020),
        (("DTI 2023 so với năm 2022",), 2023),
        (("DTI năm 2022 theo Quyết định số 922/QĐ-BTTTT năm 2023, công bố tháng 7/2023",), 2022),
        (("Báo cáo ICT Index 2020, công bố năm 2021",), 2020),
        (("Quyết định 922, năm 2021",), 2021),
        (("Quyết định 922/QĐ-BTTTT, năm 2021",), 2021),
        (("Kết quả theo Quyết định 922 năm 2021",), 2021),
        (("Kết quả theo Quyết định 922 năm 2022",), None),
        (("Kết quả theo QĐ 922 năm 2022", "dti_2023.xlsx"), 2023),
        (("Quyết định số 1234/QĐ-UBND năm 2021",), None),
        (("Xếp hạng DTI", "2024", "2023.xlsx"), 2024),
        (("DTI 2021 và DTI 2022",), None),
        (("Bảng xếp hạng",), None),
    ],
)
def test_period(texts, period):
    assert recognise.period_of(clues(*texts), KNOWN) == period


def test_what_the_user_says_goes_first():
    assert recognise.period_of(clues("DTI 2022", period=2023), KNOWN) == 2023
    said = clues("ICT Index 2022", framework="QD922-2022")
    assert recognise.framework_of(said, 2022, KNOWN, by_names=lambda framework: 0) == "QD922-2022"


def test_a_framework_of_one_period_tells_it():
    assert recognise.period_of(clues("Bảng", framework="QD1726-2020"), KNOWN) == 2020


@pytest.mark.parametrize(
    ("text", "period", "framework"),
    [
        ("DTI", 2020, "QD1726-2020"),
        ("Chuyển đổi số cấp tỉnh", 2021, "QD922-2022"),
        ("DTI", 2023, "QD922-2022"),
        ("DTI", 2024, "QD405-2025"),
        ("DTI", 2026, "QD405-2025"),
        ("ICT Index", 2017, "ICT-INDEX"),
        ("Mức độ sẵn sàng cho phát triển và ứng dụng CNTT-TT", 2018, "ICT-INDEX"),
        ("Quyết định 1726/QĐ-BTTTT", None, "QD1726-2020"),
        ("Quyết định 922, năm 2021", 2021, "QD922-2022"),
        ("QĐ số 922 năm 2021", 2021, "QD922-2022"),
        ("DTI theo Quyết định 922/QĐ-BTTTT", 2020, None),
        ("DTI", 2019, None),
        ("Kết quả", 2022, None),
    ],
)
def test_the_edition_in_force(text, period, framework):
    assert recognise.framework_of(clues(text), period, KNOWN, by_names=lambda framework: 0) == framework


def test_column_names_tell_the_family_when_words_do_not():
    by_names = {"ICT-INDEX": 3, "QD922-2022": 1}
    found = recognise.framework_of(clues("Kết quả"), 2022, KNOWN, by_names=lambda framework: by_names.get(framework, 0))
    assert found == "ICT-INDEX"


@pytest.mark.parametrize(
    ("text", "period", "n_units", "only_in_63", "universe"),
    [
        ("DTI", 2023, 5, False, 63),
        ("DTI", 2025, 5, False, 34),
        ("DTI", 2024, 63, True, 63),
        ("DTI", 2024, 34, False, 34),
        ("DTI", 2024, 5, True, 63),
        ("DTI", 2024, 5, False, None),
        ("34 tỉnh, thành phố sau sắp xếp", 2024, 5, False, 34),
        ("DTI của 63 tỉnh, thành phố", 2024, 5, False, 63),
        ("DTI 2023 quy đổi theo 34 tỉnh, thành phố", 2023, 34, False, 34),
    ],
)
def test_universe(text, period, n_units, only_in_63, universe):
    assert recognise.universe_of(clues(text), period, n_units=n_units, only_in_63=only_in_63) == universe


@pytest.mark.parametrize(
    ("title", "lookalike"),
    [
        ("Xếp hạng mức độ ứng dụng CNTT năm 2017", True),
        ("Xếp hạng mức độ ứng dụng công nghệ thông tin của cơ quan nhà nước", True),
        ("Chỉ số cải cách hành chính (PAR INDEX) 2022", True),
        ("ICT Index 2017: ứng dụng CNTT của các tỉnh", False),
        ("DTI năm 2022", False),
    ],
)
def test_indices_that_look_alike(title, lookalike):
    assert (recognise.lookalike(clues(title)) == title) == lookalike


def test_an_index_that_looks_alike_may_be_named_on_the_cover():
    cover = "Xếp hạng mức độ ứng dụng CNTT năm 2017"
    assert recognise.lookalike(clues("Bảng 1", "Sheet1", cover)) == cover
    assert recognise.lookalike(clues("ICT Index 2017", "Sheet1", cover)) is None
