"""Names compared and sorted; the expected order is that of ICU (node's Intl.Collator("vi")), recorded."""

import csv
import random
import unicodedata
from pathlib import Path

import pytest

from etl.vietnamese import fold, nfc, sort_key

NAMES = [
    row["name_vi"]
    for row in csv.DictReader(Path("data/geo/provinces.csv").read_text(encoding="utf-8").splitlines())
    if row["universe"] == "63"
]
ICU_ORDER = """
An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận
|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội
|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu
|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam
|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế
|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái
""".replace("\n", "").split("|")


def test_the_63_provinces_sort_as_icu_sorts_them() -> None:
    shuffled = random.Random(63).sample(NAMES, k=len(NAMES))
    assert sorted(shuffled, key=sort_key) == ICU_ORDER


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mb"],
        ["da", "dz", "đa", "đz", "e"],
        ["ô", "ơ", "p"],
        ["u", "ư", "v"],
        ["an", "an giang", "ân"],
        ["Hà Nam", "hà nội", "HÀ TĨNH"],
    ],
)
def test_letters_come_before_tones(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_the_first_different_letter_decides_before_any_tone() -> None:
    assert sort_key("bạ a") < sort_key("ba b")
    assert sort_key("ba a") < sort_key("bà a")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_form_of_unicode_does_not_matter(form: str) -> None:
    text = unicodedata.normalize(form, "Đắk Nông")
    assert sort_key(text) == sort_key("Đắk Nông")
    assert fold(text) == "dak nong"
    assert nfc(text) == "Đắk Nông"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  TP.Đà–NẴNG ", "tp da nang"),
        ("Bà Rịa\u00a0-  Vũng Tàu", "ba ria vung tau"),
        ("Thừa Thiên_Huế", "thua thien hue"),
        ("Chính quyền số (CQS)\n2024", "chinh quyen so cqs 2024"),
        ("ƯDCNTT", "udcntt"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_keeps_the_63_names_apart() -> None:
    assert len({fold(name) for name in NAMES}) == 63
