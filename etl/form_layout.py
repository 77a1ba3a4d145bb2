"""Finds self-assessment forms: sheets with a row per criterion and a column per assessor."""

import re
from dataclasses import dataclass
from functools import lru_cache

from etl import vocabulary
from etl.assessors import ASSESSORS, CYBERSPACE, EXPERT, MINISTRY, SELF
from etl.table_header import Spread, Text
from etl.workbooks import Sheet

CODE, CRITERION, GROUP, MAXIMUM, DIFFERENCE = "code", "criterion", "group", "maximum", "difference"
STATUS, OWNER, DEADLINE, EVIDENCE = "status", "owner", "deadline", "evidence"
KEPT = (STATUS, OWNER, DEADLINE, EVIDENCE)
"""Columns whose words are kept beside the figures."""

_ROLES = {
    DIFFERENCE: r"(?:diem |muc |so )?(?:chenh lech|sai lech|lech|difference|diff)(?: .*)?",
    SELF: r"(?:.* )?(?:tu danh gia|tu cham|tu xep loai|self|self assessed)(?: .*)?",
    CYBERSPACE: r"(?:.* )?(?:khong gian mang|tren mang|cyberspace)(?: .*)?",
    EXPERT: r"(?:.* )?(?:chuyen gia|experts?)(?: .*)?",
    MAXIMUM: r"(?:.* )?(?:toi da|diem chuan|thang diem|max|maximum)(?: .*)?",
    MINISTRY: (
        r"(?:.* )?(?:tham dinh|phuc tra|danh gia lai|xem xet|hoi dong|bo tttt|bo tt tt|bo kh cn|bo khcn|"
        r"bo danh gia|cua bo|reviewed|ministry)(?: .*)?"
    ),
    EVIDENCE: r"(?:.* )?(?:minh chung|kiem chung|evidence)(?: .*)?",
    STATUS: r"(?:trang thai|tinh trang|ket qua thuc hien|muc do hoan thanh|status)",
    DEADLINE: r"(?:thoi han|han|thoi gian|han hoan thanh|ngay hoan thanh|deadline|due)(?: .*)?",
    OWNER: r"(?:don vi|co quan|bo phan|nguoi|dau moi|owner)(?: (?:chu tri|phu trach|thuc hien|dau moi|tham muu).*)?",
    GROUP: r"(?:nhom|nhom chi so|nhom tieu chi|tru cot|linh vuc|group|pillar)",
    CODE: r"(?:ma|ma so|ma tieu chi|ma chi so|code|ma muc)",
    CRITERION: (
        r"(?:ten |noi dung )?(?:cac )?(?:tieu chi|chi so|chi tieu|noi dung|criterion|criteria|indicator)"
        r"(?: .*)?"
    ),
}
_PATTERNS = {role: re.compile(pattern) for role, pattern in _ROLES.items()}
_FURTHEST_DOWN = 40
_LONGEST = 80


@dataclass(frozen=True, eq=False)
class Form:
    """A form: `columns` by role, the header's last row, the texts above it; rows are those of `sheet.cells`."""

    sheet: Sheet
    columns: dict[str, int]
    bottom: int
    titles: tuple[Text, ...]

    @property
    def range(self) -> str:
        """From the first header cell to the last cell."""
        first = self.sheet.address(self.bottom, min(self.columns.values()))
        return f"{first}:{self.sheet.address(len(self.sheet.cells) - 1, max(self.columns.values()))}"


def find_form(sheet: Sheet) -> Form | None:
    """The form on `sheet`: a header with criteria, maximum points and at least one assessor's; None without."""
    telling = dict.fromkeys(row for row, _, text in sheet.texts if row < _FURTHEST_DOWN and _tells(text))
    grid = Spread(sheet) if telling else None
    candidates = [(row, _roles(grid, row)) for row in telling] if grid else []
    forms = [(row, roles) for row, roles in candidates if _is_form(roles)]
    if not forms:
        return None
    bottom, columns = max(forms, key=lambda found: (len(found[1]), found[0]))
    titles = tuple(Text(text.strip(), row, at) for row, at, text in sheet.texts if row < bottom and text.strip())
    return Form(sheet, columns, bottom, titles)


def _is_form(roles: dict[str, int]) -> bool:
    return CRITERION in roles and MAXIMUM in roles and any(assessor in roles for assessor in ASSESSORS)


def _tells(text: str) -> bool:
    """Whether a text may stand in the last row of a form's header: it names an assessor or the maximum."""
    return not text[:1].isdigit() and _role_of(vocabulary.folded(text)) in (MAXIMUM, *ASSESSORS)


def _roles(grid: Spread, row: int) -> dict[str, int]:
    """The role of each column of which this is the last header row, by the texts of this row and the one above."""
    roles: dict[str, int] = {}
    ordinals = []
    for column in range(len(grid.cells[row])):
        texts = [grid.text(row, column), grid.text(row - 1, column) if row else ""]
        words = [vocabulary.folded(text) for text in texts if text]
        if words and vocabulary.ORDINAL_HEADER.fullmatch(words[0]):
            ordinals.append(column)
        role = _role(words)
        if role and role not in roles:
            roles[role] = column
    return roles if CODE in roles or not ordinals else {**roles, CODE: ordinals[0]}


def _role(words: list[str]) -> str | None:
    """What the nearest text says, else it together with the one above ("Điểm" over "Tự đánh giá")."""
    return _role_of(words[0]) or _role_of(" ".join(reversed(words))) if words else None


@lru_cache(maxsize=5_000)
def _role_of(text: str) -> str | None:
    matching = (role for role, pattern in _PATTERNS.items() if pattern.fullmatch(text))
    return next(matching, None) if len(text) < _LONGEST else None
