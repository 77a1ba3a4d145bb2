"""The formats of a briefing by name: what makes the file, what it is called and how browsers know it.

Makers are imported when they are first asked for: no page waits for libraries that only an export needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from etl.vietnamese import fold
from pages.ui.briefing.content import Briefing
from pages.ui.selection import Selection

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Format:
    """`module` and `function` of pages/ui/briefing that make the file; its `suffix` and media type."""

    module: str
    function: str
    suffix: str
    mime: str

    def make(self, briefing: Briefing) -> bytes:
        """The file."""
        maker: Callable[[Briefing], bytes] = getattr(import_module(f"pages.ui.briefing.{self.module}"), self.function)
        return maker(briefing)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pptx": Format("powerpoint", "deck", "pptx", f"{OFFICE}.presentationml.presentation"),
        "pdf": Format("pdf", "whole", "pdf", "application/pdf"),
        "profile": Format("pdf", "profile", "pdf", "application/pdf"),
        "docx": Format("word", "report", "docx", f"{OFFICE}.wordprocessingml.document"),
        "xlsx": Format("excel", "pack", "xlsx", f"{OFFICE}.spreadsheetml.sheet"),
        "html": Format("web", "page", "html", "text/html"),
    }
)


def file_name(name: str, chosen: Selection, province: str) -> str:
    """A file name in plain letters that says what is in it. `name`: of the format; `province`: as readers know it."""
    unit = fold(province).replace(" ", "-")
    edition = f"{chosen.framework}_{chosen.period}_{chosen.universe}"
    return f"{name}_{chosen.province}_{unit}_{edition}.{FORMATS[name].suffix}"
