import unicodedata

import pytest

from etl import reference
from etl.province_names import ProvinceNames


@pytest.fixture(scope="module")
def names():
    return ProvinceNames(reference.load())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TP. Đà Nẵng", "48"),
        ("Tp Đà Nẵng", "48"),
        ("Thành phố Đà Nẵng", "48"),
        ("Thừa Thiên - Huế", "46"),
        ("TT. Huế", "46"),
        ("TP. Huế", "46"),
        ("TP.HCM", "79"),
        ("TPHCM", "79"),
        ("Thành phố Hồ Chí Minh (TP.HCM)", "79"),
        ("Hoà Bình", "17"),
        ("Thanh Hoá", "38"),
        ("Bà Rịa-Vũng Tàu", "77"),
        ("BR-VT", "77"),
        ("Đắc Lắc", "66"),
        ("Đăk Nông", "67"),
        ("12. Hà Nội", "01"),
        ("HÀ NỘI*", "01"),
        ("ha noi", "01"),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), "51"),
    ],
)
def test_spellings_seen_in_sources(names, text, code):
    assert names.find(text, 63).code == code


def test_every_name_is_itself_in_its_universe(names):
    for row in names.reference.provinces.itertuples():
        for name in (row.name_vi, row.full_name_vi, row.name_en):
            found = names.find(name, row.universe)
            assert (found.code, found.converted_from) == (row.province_code, None)


def test_codes_are_looked_up_within_the_universe(names):
    assert names.find("Bắc Ninh", 63).code == "27"
    assert names.find("Bắc Ninh", 34).code == "24"
    assert names.find_code("24", 63).proper == "Bắc Giang"
    assert names.find_code("1", 34).proper == "Hà Nội"
    assert names.find("Hà Giang", 34).code is None


@pytest.mark.parametrize(
    ("text", "code", "encoding"),
    [("Hµ Néi", "01", "TCVN3"), ("Haø Noäi", "01", "VNI"), ("Нà Nội", "01", "look-alikes"), ("Ｃần Thơ", "92", "look-alikes")],
)
def test_other_encodings_are_accepted_when_they_give_a_name(names, text, code, encoding):
    found = names.find(text, 63)
    assert (found.code, found.converted_from) == (code, encoding)


@pytest.mark.parametrize("text", ["Trung bình", "Tổng cộng", "Cả nước", "Hà", "Quảng", "Vùng", "", "0,5"])
def test_what_is_no_name_is_never_one(names, text):
    assert not names.is_unit(text)


def test_similar_names_are_only_suggested(names):
    assert names.find("Quảng Bìnhh", 63).code is None
    assert names.suggest("Quảng Bìnhh", 63) == ("Quảng Bình",)
    assert set(names.suggest("Quảng N", 63)) == {"Quảng Nam", "Quảng Ngãi", "Quảng Ninh"}
    assert names.suggest("Atlantis", 63) == ()


def test_a_longer_text_names_its_units(names):
    assert names.named_in("UBND tỉnh Thừa Thiên Huế, ngày 3 tháng 5", 63) == {"46"}
    assert names.named_in("Bắc Ninh và Bắc Giang", 63) == {"27", "24"}
    assert names.named_in("Phiếu tự đánh giá", 63) == set()


def test_regions(names):
    assert names.is_region("II. Đồng bằng sông Hồng")
    assert not names.is_region("Hà Nội")
