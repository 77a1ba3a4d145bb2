"""Legacy encodings. The bytes of the 63 names in TCVN3 are those of iconv, recorded in `formats/files`."""

import csv
from pathlib import Path

import pytest

from etl.encodings import from_tcvn3, from_vni, is_vietnamese, legacy_readings, normalise_lookalikes

_RECORDED = Path(__file__).parent / "formats" / "files" / "tcvn3_names.csv"
TCVN3 = {
    row["name"]: bytes.fromhex(row["bytes"]).decode("cp1252")
    for row in csv.DictReader(_RECORDED.read_text(encoding="utf-8").splitlines())
}
VNI = {
    "Hà Nội": "Haø Noäi",
    "Thừa Thiên Huế": "Thöøa Thieân Hueá",
    "Thành phố Hồ Chí Minh": "Thaønh phoá Hoà Chí Minh",
    "Bà Rịa - Vũng Tàu": "Baø Ròa - Vuõng Taøu",
    "Quảng Ngãi": "Quaûng Ngaõi",
    "Đắk Lắk": "Ñaék Laék",
    "Bạc Liêu": "Baïc Lieâu",
    "Hưng Yên": "Höng Yeân",
    "Cần Thơ": "Caàn Thô",
    "Điện Biên": "Ñieän Bieân",
    "Vĩnh Phúc": "Vónh Phuùc",
    "Hòa Bình": "Hoøa Bình",
    "Tây Ninh": "Taây Ninh",
    "Nghệ An": "Ngheä An",
    "Bình Phước": "Bình Phöôùc",
    "Lạng Sơn": "Laïng Sôn",
    "Quảng Trị": "Quaûng Trò",
    "ĐÀ NẴNG": "ÑAØ NAÜNG",
    "Mỹ Tho": "Myõ Tho",
    "Xã hội số": "Xaõ hoäi soá",
}


def test_63_names_are_recorded() -> None:
    assert len(TCVN3) == 63


@pytest.mark.parametrize(("name", "shown"), TCVN3.items())
def test_tcvn3(name: str, shown: str) -> None:
    assert from_tcvn3(shown) == name
    assert name == shown or legacy_readings(shown)["TCVN3"] == name


@pytest.mark.parametrize(("name", "shown"), VNI.items())
def test_vni(name: str, shown: str) -> None:
    assert from_vni(shown) == name
    assert legacy_readings(shown)["VNI"] == name


def test_every_vietnamese_letter_survives_vni() -> None:
    letters = "ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ ê ề ể ễ ế ệ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ư ừ ử ữ ứ ự đ à ả ã á ạ ì ỉ ĩ í ị ỳ ỷ ỹ ý ỵ"
    vni = "aê aè aú aü aé aë aâ aà aå aã aá aä eâ eà eå eã eá eä oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï ö öø öû öõ öù öï ñ aø aû aõ aù aï ì æ ó í ò yø yû yõ yù î"
    assert from_vni(vni) == letters
    assert from_vni(vni.upper()) == letters.upper()


@pytest.mark.parametrize(
    ("encoding", "shown", "name"),
    [
        ("windows-1258", "ÐaÌ NãÞng", "Đà Nẵng"),
        ("windows-1258", "ThýÌa Thiên Huêì", "Thừa Thiên Huế"),
        ("UTF-8", "Huáº¿", "Huế"),
        ("UTF-8", "Ä\x90Ã\xa0 Náºµng", "Đà Nẵng"),
        ("TCVN3", "§µ N½ng", "Đà Nẵng"),
        ("TCVN3", "HµNéI", "HàNộI"),
    ],
)
def test_readings(encoding: str, shown: str, name: str) -> None:
    assert legacy_readings(shown)[encoding] == name


@pytest.mark.parametrize("text", ["", "Hue 2024", "Đà Nẵng", "0,5432", "Nghệ An – 12", "Huế"])
def test_ordinary_text_has_no_reading(text: str) -> None:
    assert legacy_readings(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đà Nẵng", True), ("§µ N½ng", False), ("Hue", True), ("12 – 5 %", True), ("a\u0301b", False), ("Русский", False)],
)
def test_is_vietnamese(text: str, expected: bool) -> None:
    assert is_vietnamese(text) is expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u041d\u00e0 N\u1ed9i", "Hà Nội"),  # a Cyrillic Н
        ("\u0421\u0430\u043e B\u1eb1ng", "Cao Bằng"),  # Cyrillic С, а, о
        ("\u0391n Giang", "An Giang"),  # a Greek Α
        ("\u00d0\u00e0 N\u1eb5ng", "Đà Nẵng"),  # the Icelandic Ð
        ("ＨＵＥ\u3000２０２４", "HUE 2024"),
        ("Hu\u200b\u1ebf\ufeff", "Huế"),
        ("L\u00e2m \u0110\u1ed3ng", "Lâm Đồng"),
    ],
)
def test_lookalikes(text: str, plain: str) -> None:
    assert normalise_lookalikes(text) == plain
