"""Sheets of .xlsx and .xlsm: the values by calamine, the rest from the sheets' XML."""

import zipfile
from collections.abc import Iterator

from etl.formats import calamine_grids, sheet_xml, zip_scan
from etl.formats.marks import Marks, marked_sheet
from etl.formats.relations import parsed, parts_by_relation
from etl.formats.sheet import Contents

_WORKBOOK = "xl/workbook.xml"


def read(content: bytes) -> Contents:
    """The worksheets in their order. Sheets with far cells reach calamine rewritten without the gaps."""
    archive = zip_scan.opened(content)
    marks: dict[str, Marks] = {}
    rewritten: dict[str, bytes] = {}
    for name, part in _sheet_parts(archive):
        marks[name], closed_up = sheet_xml.examine(zip_scan.part(archive, part))
        if closed_up:
            rewritten[part] = closed_up
    if rewritten:
        content = zip_scan.with_parts(archive, rewritten)
    grids = calamine_grids.grids(content)
    return Contents([marked_sheet(grid, marks.get(grid.name, Marks())) for grid in grids])


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part of the archive that holds it."""
    parts = parts_by_relation(archive, _WORKBOOK)
    for element in parsed(zip_scan.part(archive, _WORKBOOK)).iter():
        if element.tag.endswith("}sheet"):
            relation = next((value for key, value in element.items() if key.endswith("}id")), "")
            if relation in parts:
                yield element.get("name", ""), parts[relation]
