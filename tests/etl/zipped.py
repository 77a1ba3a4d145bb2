"""Zipped workbooks made for the tests, part by part, so that they can be as odd as need be."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def xlsx_parts(*sheets: str, extra: str = "") -> dict[str, str | bytes]:
    """The parts of an .xlsx whose sheets S1, S2 … have this XML."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    related = "".join(_relation(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "xl/workbook.xml": f'{extra}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "_rels/.rels": _relationships(_relation("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relationships(related),
    } | {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(numbers, sheets, strict=True)}


def parts_of(file: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def sheet_xml(rows: str, *, head: str = "", tail: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'<worksheet xmlns="{_MAIN}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'


def xlsx(*sheets: str, extra: str = "") -> bytes:
    """An .xlsx whose sheets S1, S2 … have this XML."""
    return zipped(xlsx_parts(*sheets, extra=extra))


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(content: str, *, mimetype: str = "application/vnd.oasis.opendocument.spreadsheet") -> bytes:
    """An .ods with this content.xml."""
    return zipped({"mimetype": mimetype, "content.xml": content})


def deflated(text: bytes, mebibytes: int) -> bytes:
    """A deflate stream of a text repeated over so many MiB, made without repeating it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(text * (2**20 // len(text))) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * mebibytes + packer.flush(zlib.Z_FINISH)


def with_raw_entry(archive: bytes, name: str, deflated: bytes, *, stated_size: int) -> bytes:
    """The zip with one more entry of these packed bytes, which claims to unpack to `stated_size`."""
    end = archive.rindex(b"PK\x05\x06")
    count, directory_size, directory_start = struct.unpack_from("<HII", archive, end + 10)
    common = struct.pack("<HHHHHIIIH", 20, 0, 8, 0, 33, 0, len(deflated), stated_size, len(name))
    local = b"PK\x03\x04" + common + struct.pack("<H", 0) + name.encode() + deflated
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common
    central += struct.pack("<HHHHII", 0, 0, 0, 0, 0, directory_start) + name.encode()
    directory = archive[directory_start : directory_start + directory_size] + central
    closing = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(directory), directory_start + len(local), 0)
    return archive[:directory_start] + local + directory + b"PK\x05\x06" + closing
