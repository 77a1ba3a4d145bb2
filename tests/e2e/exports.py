"""Every export of one province for looking at, in both languages: ``python -m tests.e2e.exports``.

The files go to build/gallery/exports/, those of office programs also as LibreOffice prints them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pages.ui.quiet  # noqa: F401
from etl.text import LANGUAGES
from pages.ui.briefing.formats import FORMATS
from pages.ui.queries.briefing import briefing
from pages.ui.selection import Selection
from tests.e2e.gallery import FOLDER
from tests.etl import office

EDITION = Selection("vi", "46", "QD922-2022", 2022, 63, "dti", "pillars")
OF_OFFICES = ("pptx", "docx", "xlsx")


def exports(build_id: str, chosen: Selection, folder: Path) -> list[Path]:
    """The briefing of a selection in every format."""
    folder.mkdir(parents=True, exist_ok=True)
    told, written = briefing(build_id, chosen), []
    for name, form in FORMATS.items():
        written.append(folder / f"{name}-{chosen.lang}.{form.suffix}")
        written[-1].write_bytes(form.make(told))
    return written


def main() -> int:
    """Write all of them over a store of their own."""
    with tempfile.TemporaryDirectory() as store:
        os.environ["DTI_STORE"] = store
        from etl import build

        build_id, folder = build.ensure_current(), FOLDER / "exports"
        written = [path for lang in LANGUAGES for path in exports(build_id, replace(EDITION, lang=lang), folder)]
    office_files = {path.name: path.read_bytes() for path in written if path.suffix[1:] in OF_OFFICES}
    printed = office.converted(office_files, folder / "printed")
    print(*written, *printed.values(), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
