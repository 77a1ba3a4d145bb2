"""The sheets of the workbook that shows how a score was computed: where everything stands, and the formulas."""

from __future__ import annotations

from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from etl.live_formulas import Formula
from etl.score_workings import FIRST_ROW, Computed
from etl.text import Texts
from indicators.recasting import NEW_UNIVERSE

FIGURES = ("universe", "province_code", "province", "indicator_name", "value", "rank_published", "workbook", "sheet",
           "cell", "rank_cell", "source_kind", "source_url")  # fmt: skip
WIDTHS = {"province": 24, "indicator_name": 38, "workbook": 20, "sheet": 14, "source_url": 60}
LETTERS, LINE = 100, 16
"""Letters in a line of the explanation, and the height of a line in points: not every program fits heights itself."""
OWN = ("part", "basis", "stated", "used", "max_points", "weight", "points", "from_cells")


class Sheets:
    """Writes one workbook. Cells to type over are yellow; everything else follows."""

    def __init__(self, book: xlsxwriter.Workbook, found: Computed, texts: Texts) -> None:
        self.book, self.found, self.texts = book, found, texts
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"text_wrap": True, "valign": "top"})
        self.header = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#F1F3F5"}
        )
        self.share = book.add_format({"num_format": "0.0000"})
        self.points = book.add_format({"num_format": "#,##0.00"})
        self.percent = book.add_format({"num_format": "0.0%"})
        self.whole = book.add_format({"num_format": "0"})
        self.tried = book.add_format({"num_format": "0.0000", "bg_color": "#FFFBE6", "border": 1})
        self.strong = book.add_format({"bold": True})
        self.answer = book.add_format({"bold": True, "num_format": "0.0000", "top": 1})
        self.answer_whole = book.add_format({"bold": True, "num_format": "0", "top": 1})
        self.answer_points = book.add_format({"bold": True, "num_format": "#,##0.00", "top": 1})
        self.bold_row = book.add_format({"bold": True, "bg_color": "#F1F3F5"})

    def write(self) -> None:
        """All sheets; the unit's own is the one that opens."""
        names = [self._words(f"sheet.{key}") for key in ("about", "own", "units", "figures")]
        about, own, units, figures = (self.book.add_worksheet(name) for name in names)
        self._figures(figures)
        rank_cell = self._units(units)
        self._own(own, rank_cell)
        self._about(about)
        own.activate()

    def _about(self, sheet: Worksheet) -> None:
        """What each sheet holds, and by which rule."""
        sheet.set_column(0, 0, LETTERS, self.note)
        self._head(sheet)
        fields = {"province": self._name, "build": self.found.edition.build_id, "total": self.found.total}
        for row, line in enumerate(self.texts.under("computed_workbook.about"), start=FIRST_ROW):
            words = self._words(f"about.{line}", **fields)
            sheet.set_row(row, LINE * (1 + len(words) // LETTERS))
            sheet.write_string(row, 0, words, self.note)

    def _figures(self, sheet: Worksheet) -> None:
        """The published figures, a row each, with the cell that each was read from."""
        self._table(sheet, "figures", FIGURES, [WIDTHS.get(column, 11) for column in FIGURES])
        for row, figure in enumerate(self.found.figures[list(FIGURES)].itertuples(index=False), start=FIRST_ROW):
            for column, value in enumerate(figure):
                self._plain(sheet, row, column, value, self.share if FIGURES[column] == "value" else None)

    def _own(self, sheet: Worksheet, rank_cell: str) -> None:
        """The unit's parts: value, maximum, weight, points; then the score and the rank."""
        self._table(sheet, "own", OWN, (44, 12, 14, 14, 14, 12, 14, 60))
        own, first = self.found.own, FIRST_ROW
        last = first + len(own) - 1
        for row, part in enumerate(own.to_dict("records"), start=first):
            self._own_row(sheet, row, part, last)
        self._score(sheet, last + 1, rank_cell)

    def _own_row(self, sheet: Worksheet, row: int, part: dict, last: int) -> None:
        code, most = str(part["indicator"]), float(part["max_points"])
        share = self.found.shares[self.found.edition.province, code]
        sheet.write_string(row, 0, self.found.part_names[code])
        sheet.write_string(row, 1, self.texts(f"tables.basis.{part['basis']}"))
        self._formula(sheet, row, 2, share, self.share)
        self._formula(sheet, row, 3, Formula(f"C{row + 1}", share.value), self.tried)
        sheet.write_number(row, 4, most, self.points)
        weight = Formula(f"E{row + 1}/SUM(E${FIRST_ROW + 1}:E${last + 1})", most / self.found.total)
        self._formula(sheet, row, 5, weight, self.percent)
        self._formula(sheet, row, 6, Formula(f"D{row + 1}*E{row + 1}", share.value * most), self.points)
        sheet.write_string(row, 7, self._cells_of(code))

    def _score(self, sheet: Worksheet, row: int, rank_cell: str) -> None:
        """Rounding, total, score, the published index, their difference, the rank."""
        own, code = self.found.own, self.found.edition.province
        first, last = FIRST_ROW + 1, FIRST_ROW + len(own)
        closing, reached = self.found.closing[code], sum(self._own_points())
        self._line(sheet, row, "rounding", closing, self.points)
        self._line(
            sheet, row + 1, "total", Formula(f"SUM(G{first}:G{row + 1})", reached + closing.value), self.answer_points
        )
        sheet.write_formula(row + 1, 4, f"=SUM(E{first}:E{last})", self.answer_points, self.found.total)
        score = (reached + closing.value) / self.found.total
        whole = f"SUM(E{first}:E{last})"
        text = f"SUMPRODUCT(D{first}:D{last},E{first}:E{last})/{whole}+G{row + 1}/{whole}"
        self._line(sheet, row + 2, "score", Formula(text, score), self.answer)
        if published := self.found.index[code]:
            self._line(sheet, row + 3, "published", published, self.share)
            self._line(
                sheet, row + 4, "difference", Formula(f"G{row + 3}-G{row + 4}", score - published.value), self.share
            )
        self._ranks(sheet, row + 5, rank_cell)

    def _ranks(self, sheet: Worksheet, row: int, rank_cell: str) -> None:
        """Ours where every unit is known, and the one that the source prints."""
        stated = self.found.ranking.loc[self.found.edition.province]
        if rank_cell:
            ours = Formula(f"'{self._words('sheet.units')}'!{rank_cell}", int(stated["rank"]))
            self._line(sheet, row, "rank", ours, self.answer_whole, of=self.found.edition.universe)
        else:
            sheet.write_string(
                row, 0, self._words("own.unranked", of=self.found.edition.universe, n=len(self.found.units))
            )
        if not pd.isna(stated["rank_published"]):
            sheet.write_string(row + 1, 0, self._words("own.printed", of=self.found.edition.universe))
            sheet.write_number(row + 1, 6, int(stated["rank_published"]), self.whole)

    def _units(self, sheet: Worksheet) -> str:
        """Every unit: its parts, score and rank; returns the cell of our unit's rank ("" where none is computed)."""
        shared, first = self.found.shared, FIRST_ROW + 1
        columns = ["code", "unit", *shared.index, "rounding", "score", "rank", "printed"]
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, 1, 24)
        sheet.set_column(2, len(columns), 14)
        self._head(sheet)
        for column, name in enumerate(columns):
            known = self.found.part_names.get(name) or self._words(f"units.{name}")
            sheet.write_string(FIRST_ROW - 2, column, known, self.header)
        sheet.set_row(FIRST_ROW - 2, 4 * LINE)
        sheet.write_string(FIRST_ROW - 1, 1, self._words("units.max_points"), self.bold_row)
        for column, most in enumerate(shared, start=2):
            sheet.write_number(FIRST_ROW - 1, column, float(most), self.bold_row)
        sheet.freeze_panes(FIRST_ROW, 2)
        for row, code in enumerate(self.found.units, start=FIRST_ROW):
            self._unit(sheet, row, code, (first, first + len(self.found.units) - 1))
        if not self.found.ranked:
            return ""
        own = FIRST_ROW + list(self.found.units).index(self.found.edition.province)
        return str(xl_rowcol_to_cell(own, 4 + len(shared), row_abs=True, col_abs=True))

    def _unit(self, sheet: Worksheet, row: int, code: str, span: tuple[int, int]) -> None:
        shared, ours = self.found.shared, code == self.found.edition.province
        sheet.write_string(row, 0, code, self.strong if ours else None)
        sheet.write_string(row, 1, self.found.units[code], self.strong if ours else None)
        for column, part in enumerate(shared.index, start=2):
            share = self._tried(str(part)) if ours else self.found.shares[code, str(part)]
            self._formula(sheet, row, column, share, self.share)
        last = xl_col_to_name(1 + len(shared))
        closing, score_column = xl_col_to_name(2 + len(shared)), xl_col_to_name(3 + len(shared))
        self._formula(sheet, row, 2 + len(shared), self._closing(code), self.points)
        weights, values = f"$C${FIRST_ROW}:${last}${FIRST_ROW}", f"C{row + 1}:{last}{row + 1}"
        score = Formula(
            f"SUMPRODUCT({weights},{values})/SUM({weights})+{closing}{row + 1}/SUM({weights})", self._index_of(code)
        )
        self._formula(sheet, row, 3 + len(shared), score, self.share)
        stated = self.found.ranking.loc[code]
        if self.found.ranked:
            scores = f"${score_column}${span[0]}:${score_column}${span[1]}"
            rank = f"1+SUMPRODUCT(--(ROUND({scores},9)>ROUND({score_column}{row + 1},9)))"
            self._formula(sheet, row, 4 + len(shared), Formula(rank, int(stated["rank"])), self.whole)
        self._plain(sheet, row, 5 + len(shared), stated["rank_published"], self.whole)

    def _tried(self, part: str) -> Formula:
        """Our unit's shared part, from the values used in its own sheet."""
        own, sheet = list(self.found.own["indicator"]), self._words("sheet.own")
        share = self.found.shares[self.found.edition.province, part]
        if part in own:
            return Formula(f"'{sheet}'!$D${FIRST_ROW + own.index(part) + 1}", share.value)
        others = set(map(str, self.found.shared.index))
        rows = [FIRST_ROW + place + 1 for place, code in enumerate(own) if code not in others]
        points = "+".join(f"'{sheet}'!$G${row}" for row in rows)
        return Formula(f"({points})/{float(self.found.shared[part]):.15g}", share.value)

    def _closing(self, code: str) -> Formula:
        closing = self.found.closing[code]
        if code != self.found.edition.province:
            return closing
        return Formula(f"'{self._words('sheet.own')}'!$G${FIRST_ROW + len(self.found.own) + 1}", closing.value)

    def _index_of(self, code: str) -> float:
        """What the formula of the score gives now."""
        parts = sum(self.found.shares[code, str(part)].value * most for part, most in self.found.shared.items())
        return float((parts + self.found.closing[code].value) / self.found.total)

    def _own_points(self) -> list[float]:
        province = self.found.edition.province
        rows = self.found.own[["indicator", "max_points"]].itertuples(index=False)
        return [self.found.shares[province, str(code)].value * float(most) for code, most in rows]

    def _cells_of(self, code: str) -> str:
        """Where the part was read, or how it follows."""
        figures, edition = self.found.figures, self.found.edition
        mine = (figures["province_code"] == edition.province) & (figures["universe"] == edition.universe)
        read = figures[mine & (figures["indicator"] == code) & figures["value"].notna()]
        if len(read):
            row = read.iloc[0]
            return f"{row['workbook']} · {row['sheet']}!{row['cell']}"
        return self._words("own.merged" if edition.universe == NEW_UNIVERSE else "own.derived")

    def _table(self, sheet: Worksheet, key: str, columns: tuple[str, ...], widths: list[int] | tuple[int, ...]) -> None:
        self._head(sheet)
        for column, (name, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(FIRST_ROW - 1, column, self._words(f"{key}.{name}"), self.header)
        sheet.set_row(FIRST_ROW - 1, 2 * LINE)
        sheet.freeze_panes(FIRST_ROW, 0)

    def _head(self, sheet: Worksheet) -> None:
        edition = self.found.edition
        fields = {"province": self._name, "year": str(edition.period), "of": edition.universe}
        sheet.write_string(0, 0, self._words("title", **fields), self.title)
        sheet.write_string(1, 0, self._words("subtitle", name=self.found.name, decree=self.found.decree))

    def _line(self, sheet: Worksheet, row: int, key: str, formula: Formula, style: Format, **fields: object) -> None:
        """A line under the parts: its name, and its number in the column of points."""
        sheet.write_string(row, 0, self._words(f"own.{key}", **fields), self.strong)
        self._formula(sheet, row, 6, formula, style)

    def _formula(self, sheet: Worksheet, row: int, column: int, formula: Formula, style: Format | None) -> None:
        sheet.write_formula(row, column, f"={formula.text}", style, formula.value)

    def _plain(self, sheet: Worksheet, row: int, column: int, value: Any, style: Format | None) -> None:
        if isinstance(value, str):
            words = self.texts.under("tables.source_kind").get(value, value)
            sheet.write_string(row, column, words, style)
        elif not pd.isna(value):
            sheet.write_number(row, column, float(value), style)

    @property
    def _name(self) -> str:
        return self.found.units[self.found.edition.province]

    def _words(self, key: str, **fields: object) -> str:
        return self.texts(f"computed_workbook.{key}", **fields)
