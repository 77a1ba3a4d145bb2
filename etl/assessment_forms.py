"""An assessment as an Excel form: handed out with the answers so far, filled in offline, read back by its codes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from etl.assessments import Answer, Subject
from etl.instruments import Instrument
from etl.text import Texts

CODE, LABEL, VALUE, EVIDENCE, SEEN, FIRST_LEVEL = range(6)
HEAD_ROW, TABLE_ROW = 3, 12
ASSESSOR = "assessor"
_WIDTHS = (14, 44, 30, 40, 6)
_ALLOWED = dict.fromkeys(("format_columns", "format_rows"), True)


def form(
    instrument: Instrument, subject: Subject, known: Iterable[Answer], *, unit_name: str, assessor: str, texts: Texts
) -> bytes:
    """An .xlsx file with a row per item: what is open is filled in, all else is locked (without a password).

    `known`: the answers in force of this assessor ("": those that all agreed on); each row says in small print which
    one it shows, so that an upload overwrites nothing that was not seen.  `unit_name`: the unit as readers know it.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        _Form(book, instrument, texts).fill(
            _head(instrument, subject, unit_name, assessor, texts), {answer.item: answer for answer in known}
        )
    return buffer.getvalue()


def level_label(level: int, name: str) -> str:
    """A level as it stands in a cell: its number first."""
    return f"{level} – {name}"


def _head(
    instrument: Instrument, subject: Subject, unit_name: str, assessor: str, texts: Texts
) -> dict[str, tuple[str, str]]:
    """What the form is about: by code what stands in the cell, and what readers call it."""
    unit = subject.unit
    return {
        "instrument": (subject.instrument, instrument.said("name", texts.lang)),
        "unit_kind": (unit.kind, texts(f"assess.unit_kind.{unit.kind}")),
        "universe": (str(unit.universe), texts("shell.universe_option", size=unit.universe)),
        "province": (unit.province_code, unit_name),
        "unit": (unit.name, unit.name),
        "period": (str(subject.period), ""),
        ASSESSOR: (assessor, texts("assess.form.agreed_if_empty")),
    }


class _Form:
    """The sheet of one form, in its formats."""

    def __init__(self, book: xlsxwriter.Workbook, instrument: Instrument, texts: Texts) -> None:
        self.instrument, self.texts = instrument, texts
        self.sheet: Worksheet = book.add_worksheet(texts("assess.form.sheet"))
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.header = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        self.group = book.add_format({"bold": True, "bg_color": "#F1F3F5", "border": 1})
        self.code = book.add_format({"font_color": "#808080", "font_size": 8, "num_format": "@", "valign": "top"})
        self.locked = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
        self.words = self._open(book, "@")
        self.figure = self._open(book, "General")

    @staticmethod
    def _open(book: xlsxwriter.Workbook, number_format: str) -> Format:
        look = {"border": 1, "locked": False, "bg_color": "#FFFBE6", "text_wrap": True, "valign": "top"}
        return book.add_format(look | {"num_format": number_format})

    def fill(self, head: Mapping[str, tuple[str, str]], known: Mapping[str, Answer]) -> None:
        """Title, what it is about, the table."""
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.set_column(FIRST_LEVEL, FIRST_LEVEL + max(self.instrument.top, 1), 34)
        self.sheet.write_string(0, CODE, self.instrument.said("name", self.texts.lang), self.title)
        self.sheet.write_string(1, CODE, self.texts(f"assess.form.{'hint' if self.instrument.top else 'hint_figures'}"))
        for row, (code, (held, name)) in enumerate(head.items(), start=HEAD_ROW):
            self.sheet.write_string(row, CODE, code, self.code)
            self.sheet.write_string(row, LABEL, self.texts(f"assess.form.head.{code}"), self.locked)
            self.sheet.write_string(row, VALUE, held, self.words if code == ASSESSOR else self.locked)
            self.sheet.write_string(row, EVIDENCE, name, self.code)
        self._table(known)
        self.sheet.freeze_panes(TABLE_ROW + 1, VALUE)
        self.sheet.protect("", _ALLOWED)

    def _table(self, known: Mapping[str, Answer]) -> None:
        levels = self.instrument.level_names(self.texts.lang)
        labels = [level_label(level, name) for level, name in levels.items()]
        heads = [self.texts(f"assess.form.column.{name}") for name in ("code", "item", "value", "evidence", "seen")]
        for column, name in enumerate([*heads, *labels]):
            self.sheet.write_string(TABLE_ROW, column, name, self.header)
        row, names, shown = TABLE_ROW, self.instrument.names(self.texts.lang), ""
        for item in self.instrument.answerable.to_dict("records"):
            if item["dimension"] not in (item["item"], shown):
                row, shown = row + 1, item["dimension"]
                self.sheet.write_string(row, LABEL, names[shown], self.group)
            row += 1
            self._row(row, item, known.get(item["item"]), labels)

    def _row(self, row: int, item: Mapping[str, str], answer: Answer | None, labels: list[str]) -> None:
        lang = self.texts.lang
        told = " – ".join(filter(None, [item[f"name_{lang}"], item[f"explained_{lang}"]]))
        self.sheet.write_string(row, CODE, item["item"], self.code)
        self.sheet.write_string(row, LABEL, told, self.locked)
        self._answer(row, answer, labels)
        self.sheet.write_string(row, EVIDENCE, answer.given.evidence if answer else "", self.words)
        self.sheet.write_string(row, SEEN, answer.record if answer else "", self.code)
        for level, words in self.instrument.described(item["item"], lang).items():
            self.sheet.write_string(row, FIRST_LEVEL + level - 1, words, self.locked)

    def _answer(self, row: int, answer: Answer | None, labels: list[str]) -> None:
        value = answer.given.value if answer else None
        if not labels:
            self.sheet.write(row, VALUE, value, self.figure)
            return
        self.sheet.write(row, VALUE, None if value is None else labels[int(value) - 1], self.words)
        rule = {"validate": "list", "source": labels, "error_title": self.texts("assess.form.refused_title")}
        self.sheet.data_validation(row, VALUE, row, VALUE, rule | {"error_message": self.texts("assess.form.refused")})
