"""Words by which the parts of a table are recognised, all in folded form (see etl.vietnamese.fold)."""

import re
from functools import lru_cache

from etl import assessors
from etl.encodings import normalise_lookalikes
from etl.vietnamese import fold

UNIT_HEADER = re.compile(
    r"(?:(?:\d{2}|ten|cac|danh sach|tinh|thanh pho|tp|dia phuong|don vi|dia ban|hanh chinh|va|truc thuoc|trung uong|tw|"
    r"province|provinces|city|cities|name|locality|unit|vi|en|full|municipality|and)(?: |$))+"
)
UNIT_CODE_HEADER = re.compile(
    r"(?:ma|ma so|ma tinh|ma dvhc|ma don vi|ma don vi hanh chinh|ma tinh thanh pho|ma gso|"
    r"code|gso code|province code|id tinh)"
)
ORDINAL_HEADER = re.compile(r"(?:stt|tt|so tt|so thu tu|no|so)")
PERIOD_HEADER = re.compile(r"(?:nam|year|period|ky|ky bao cao|edition|lan)")
INDICATOR_HEADER = re.compile(
    r"(?:chi so|chi tieu|ten chi so|ma chi so|indicator|indicator code|indicator name|index)"
)
INDICATOR_CODE_HEADER = re.compile(r"(?:ma chi so|indicator|indicator code)")
FRAMEWORK_HEADER = re.compile(r"(?:framework|framework id|bo chi so|bo chi so id)")
UNIVERSE_HEADER = re.compile(r"(?:universe|so don vi)")
ASIDE_HEADER = re.compile(
    r"(?:vung|vung mien|khu vuc|region|regions|mien|ghi chu|note|notes|nguon|source|sources|source url|source kind|"
    r"n sources|basis|assessor|workbook|sheet|cell|rank cell|decimals|co so|loai nguon|so nguon|dia chi nguon|"
    r"(?:muc )?(?:thay doi|tang giam|tang|giam|bien dong|chenh lech|so sanh)(?: .*)?|so voi .*|(?:rank )?change.*|"
    r"dan so|population|danh gia|xep loai|phan loai|nhom|phan nhom|quan ly|loai don vi|unit type)"
)
VALUE_WORDS = (
    *(
        "gia tri chi so",
        "gia tri dat",
        "gia tri",
        "diem danh gia",
        "diem dat",
        "diem so",
        "so diem",
        "tong diem",
    ),
    *("diem tong", "diem", "ket qua", "values", "value", "scores", "score"),
)
VALUE_ALONE = (
    *VALUE_WORDS,
    "chi so",
    "chi so chung",
    "chung",
    "tong hop",
    "chi so tong hop",
    "ty le",
    "muc do",
    "index",
)
RANK_WORDS = (
    *(
        "vi tri xep hang",
        "thu tu xep hang",
        "rank published",
        "hang chi so",
        "xep hang",
        "thu hang",
        "xep thu",
    ),
    *("thu bac", "ranking", "vi thu", "vi tri", "hang", "rank", "bac", "xh"),
)
TOTAL_ROW = re.compile(
    r"(?:\d{1,2} )?(?:gia tri |diem |muc )?(?:trung binh|binh quan|trung vi|tong|tong cong|tong so|cong|ca nuoc|"
    r"toan quoc|cao nhat|thap nhat|lon nhat|nho nhat|tb|do lech chuan|total|mean|average|median|country|national|"
    r"whole country|min|max|maximum|minimum|sum|viet nam|vietnam)(?: .*)?"
)
MEAN_ROW = re.compile(
    r"(?:gia tri |diem |muc )?(?:trung binh|binh quan)(?: chung| ca nuoc| toan quoc| cac tinh| 63 .*| 34 .*)?|"
    r"mean|average"
)
REGION_ROW = re.compile(
    r"(?:vung|khu vuc|mien|cac tinh|nhom|duyen hai) .*|region .*|.* region|"
    r"(?:tay bac|dong bac|tay nam|bac|trung|nam|bac trung|nam trung|tay nam|dong nam) ?bo|tay bac|dong bac"
)
MAXIMUM_ROW = re.compile(
    r"(?:so |tong )?diem (?:toi da|chuan|cao nhat)|thang diem|max(?:imum)? (?:points|score)s?|trong so"
)
MAXIMUM_HEADER = re.compile(
    r"(?:so |tong )?diem (?:toi da|chuan)|thang diem|toi da|max(?:imum)?(?: points?| scores?)?"
)
FOOTNOTE = re.compile(r"(?:ghi chu|chu thich|nguon|luu y|note|notes|source|sources|nguoi lap|nguoi ky|noi nhan)\b.*")
UNIT_OF_MEASURE = re.compile(r"(?:don vi tinh|dvt|don vi|unit)\b.*")

_YEAR = re.compile(r"(?<!\d)(?:năm\s*)?(20[0-4]\d)(?!\d)", re.IGNORECASE)
_DATE = re.compile(r"(?:(?:tính |số liệu )?đến )?(?:ngày )?(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?=20[0-4]\d)", re.IGNORECASE)
_ENUMERATION = re.compile(r"^(?:(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+|\((?:\d{1,2}|[a-z])\)\s*)", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """The text folded, without "I. ", "1) " before it; remembered, because headers and names repeat."""
    return fold(_ENUMERATION.sub("", normalise_lookalikes(text).strip()))


def year_in(text: str) -> int | None:
    """The one year in a header text, else None."""
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def without_year(text: str) -> str:
    """The text without its years, the word năm before them, and the day and month of a date."""
    return _YEAR.sub(" ", _DATE.sub(" ", text))


@lru_cache(maxsize=5_000)
def is_subordinate(text: str) -> bool:
    """Whether a header text only says what kind of figure stands below a group's name: a value, a rank, a year, or
    whose assessment."""
    words = folded(without_year(text))
    return bool(text) and (_is_of_kind(words) or names_assessor(text))


def names_assessor(text: str) -> bool:
    """Whether a header text only says whose assessment stands below it: "Tự đánh giá", "Điểm Bộ đánh giá"."""
    who, rest = assessors.told(folded(without_year(text)))
    return who is not None and _is_of_kind(rest)


def _is_of_kind(words: str) -> bool:
    return not words or words in VALUE_ALONE or words in RANK_WORDS


def without_role(text: str, words: tuple[str, ...]) -> str | None:
    """The folded text without the one of `words` that begins or ends it; None when none does."""
    for word in words:
        if text == word:
            return ""
        if text.startswith(word + " "):
            return text[len(word) + 1 :]
        if text.endswith(" " + word):
            return text[: -len(word) - 1]
    return None
