"""A pass through the XML of a sheet of .xlsx, cell by cell."""

from dataclasses import dataclass
from xml.parsers import expat

from etl.formats.errors import UnreadableWorkbook
from etl.formats.extent import Position
from etl.formats.marks import Marks
from etl.formats.relations import NOT_XML

Spans = dict[Position, tuple[int, int]]


def read_through(xml: bytes) -> tuple[Marks, Spans]:
    """The sheet's marks, and where in the XML each cell that holds something begins and has its end tag.

    Raises UnreadableWorkbook if the XML is not well-formed.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(xml, True)
    except NOT_XML as error:
        raise UnreadableWorkbook("damaged") from error
    return Marks(reader.errors, reader.formulas_without_value, reader.hidden_columns), reader.cells


def column_number(letters: str) -> int:
    """ "B" -> 1; "" -> -1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


@dataclass
class _Cell:
    """A cell whose end has not come yet. value: None until a <v> is met."""

    kind: str
    first_byte: int
    filled: bool = False
    formula: bool = False
    value: str | None = None


class _Reader:
    """Follows rows and cells; a cell without a reference follows the one before it."""

    def __init__(self) -> None:
        self.cells: Spans = {}
        self.errors: dict[Position, str] = {}
        self.formulas_without_value: set[Position] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.row = self.column = -1
        self.cell: _Cell | None = None
        self.in_value = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(":")[2]
        if self.cell:
            self._start_within(self.cell, element)
        elif element == "c":
            self._start_cell(attributes)
        elif element == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
        elif element == "col" and attributes.get("hidden") in ("1", "true"):
            self.hidden_columns.append((int(attributes["min"]) - 1, int(attributes["max"]) - 1))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.cell = _Cell(attributes.get("t", "n"), self.parser.CurrentByteIndex)
        reference = attributes.get("r")
        if reference:
            letters = reference.rstrip("0123456789")
            self.row, self.column = int(reference[len(letters) :]) - 1, column_number(letters)
        else:
            self.column += 1

    def _start_within(self, cell: _Cell, element: str) -> None:
        cell.filled = True
        cell.formula |= element == "f"
        if element == "v":
            self.in_value, cell.value = True, ""

    def _text(self, text: str) -> None:
        if self.in_value and self.cell:
            self.cell.value = (self.cell.value or "") + text

    def _end(self, name: str) -> None:
        element = name.rpartition(":")[2]
        if element == "v":
            self.in_value = False
        elif element == "c" and self.cell:
            self._keep(self.cell)
            self.cell = None

    def _keep(self, cell: _Cell) -> None:
        if not cell.filled:
            return
        here = (self.row, self.column)
        self.cells[here] = (cell.first_byte, self.parser.CurrentByteIndex)
        if cell.kind == "e" and cell.value:
            self.errors[here] = cell.value
        elif cell.formula and not cell.value and cell.kind != "str":
            self.formulas_without_value.add(here)
