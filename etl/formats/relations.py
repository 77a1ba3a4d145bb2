"""Which part of a zipped Office file a relation of another part means."""

import posixpath
import zipfile
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from etl.formats import zip_scan
from etl.formats.errors import UnreadableWorkbook

NOT_XML = (ElementTree.ParseError, ExpatError, ValueError, LookupError)  # LookupError: an unknown encoding


def parts_by_relation(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The name of each part of the archive that `part` refers to, by the relation's id."""
    folder, name = posixpath.split(part)
    relations = parsed(zip_scan.part(archive, f"{folder}/_rels/{name}.rels"))
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
        for relation in relations
        if relation.get("TargetMode") != "External"
    }


def parsed(xml: bytes) -> ElementTree.Element:
    """Small XML as a tree. Raises UnreadableWorkbook if it is not well-formed."""
    try:
        return ElementTree.fromstring(xml)
    except NOT_XML as error:
        raise UnreadableWorkbook("damaged") from error
