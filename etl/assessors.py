"""Who assessed a figure: the unit itself, the ministry that reviewed it … as headers of tables and forms say it."""

import re
from functools import lru_cache

PUBLISHED = "published"
"""What no header says otherwise: the figure as its source prints it."""
SELF, MINISTRY, CYBERSPACE, EXPERT = "self", "ministry", "cyberspace", "expert"
ASSESSORS = (SELF, MINISTRY, CYBERSPACE, EXPERT)

_UNIT = r"(?:tinh|thanh pho|cac tinh|dia phuong|don vi|co quan|ubnd tinh)"
_BODY = (
    r"(?:bo(?: tt tt| tttt| thong tin va truyen thong| kh cn| khcn| khoa hoc va cong nghe)?|hoi dong|trung uong|tw|"
    r"mic|most)"
)
_GRADES = r"(?:danh gia|cham diem|cham|cong nhan|xac nhan)"
_WORDS = {
    SELF: rf"(?:{_UNIT} )?tu (?:danh gia|cham diem|cham|xep loai)(?: (?:cua )?{_UNIT})?|self(?: assess(?:ed|ment))?",
    MINISTRY: (
        rf"(?:(?:sau|do) )?(?:{_BODY} )?(?:tham dinh|phuc tra|danh gia lai)(?: (?:cua )?{_BODY})?|"
        rf"(?:do )?(?<!can ){_BODY} {_GRADES}|(?:{_GRADES} )?(?:cua|boi) {_BODY}|(?:by )?(?:the )?ministry|reviewed"
    ),
    CYBERSPACE: rf"(?:{_GRADES} )?(?:tren )?(?:khong gian mang|moi truong mang)|cyberspace",
    EXPERT: rf"(?:do )?(?:cac )?chuyen gia {_GRADES}|(?:{_GRADES} |y kien )?(?:cua |boi )?(?:cac )?chuyen gia|experts?",
}
_AT_THE_END = {who: re.compile(rf"(?:^|(?<= ))(?:{words})$") for who, words in _WORDS.items()}
_AT_THE_BEGINNING = {who: re.compile(rf"^(?:{words})(?= )") for who, words in _WORDS.items() if who != EXPERT}


@lru_cache(maxsize=5_000)
def told(text: str) -> tuple[str | None, str]:
    """Who a folded label says assessed the figures, and the rest of it: "ha tang so bo danh gia" -> ministry, "ha
    tang so".

    None for one that says nothing of it, and for one that speaks of several ("tự đánh giá và thẩm định").
    """
    for places in (_AT_THE_END, _AT_THE_BEGINNING):
        for who, words in places.items():
            if found := words.search(text):
                rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
                return (who, rest) if told(rest.removesuffix(" va"))[0] is None else (None, "")
    return None, text
