"""Sheets of .xlsx and .xlsm: the values by calamine, the rest from the sheets' XML."""

import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from etl.formats import calamine_grids, sheet_xml, zip_scan
from etl.formats.errors import UnreadableWorkbook
from etl.formats.marks import Marks, marked_sheet
from etl.formats.sheet import Contents

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def read(content: bytes) -> Contents:
    """The worksheets in their order. Sheets with far cells reach calamine rewritten without the gaps."""
    archive = zip_scan.opened(content)
    marks: dict[str, Marks] = {}
    rewritten: dict[str, bytes] = {}
    for name, part in sheet_parts(archive):
        marks[name], closed_up = sheet_xml.examine(zip_scan.part(archive, part))
        if closed_up:
            rewritten[part] = closed_up
    if rewritten:
        content = zip_scan.with_parts(archive, rewritten)
    return Contents([marked_sheet(grid, marks[grid.name]) for grid in calamine_grids.grids(content)])


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part of the archive that holds it."""
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in parsed(zip_scan.part(archive, _RELATIONS))
        if relation.get("TargetMode") != "External"
    }
    for element in parsed(zip_scan.part(archive, _WORKBOOK)).iter():
        if element.tag.endswith("}sheet"):
            relation = next((value for key, value in element.items() if key.endswith("}id")), None)
            if target := targets.get(relation):
                yield element.get("name", ""), posixpath.normpath(posixpath.join("/xl", target))[1:]


def parsed(xml: bytes) -> ElementTree.Element:
    """Small XML as a tree. Raises UnreadableWorkbook if it is not well-formed."""
    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise UnreadableWorkbook("damaged") from error
