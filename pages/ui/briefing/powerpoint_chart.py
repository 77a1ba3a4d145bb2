"""A native chart on a slide of PowerPoint: its data in an embedded workbook, editable there."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml.ns import qn
from pptx.util import Pt

from pages.ui.briefing.native import TICKS, Native, Series
from pages.ui.theme import Colour

TYPES = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
TEXT, SMALL = Pt(12), Pt(9)
MANY = 20
"""Categories from which on their names stand upright and small, and marks carry no numbers."""


def add_chart(shapes: Any, chart: Native, box: tuple[int, int, int, int], *, name: str, words: str) -> Chart:
    """The chart in a box (left, top, width, height in EMU). `name`: of the shape; `words`: its text alternative."""
    data = CategoryChartData(number_format=chart.form)
    data.categories = chart.categories
    for each in chart.series:
        data.add_series(each.name, each.values)
    frame = shapes.add_chart(TYPES[chart.kind], *box, data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    drawn = frame.chart
    drawn.has_title = False
    drawn.font.size, drawn.font.color.rgb = TEXT, _rgb(Colour.INK)
    _legend(drawn, chart)
    _axes(drawn, chart)
    for made, each in zip(drawn.plots[0].series, chart.series, strict=True):
        _look(made, each, chart)
    return drawn


def _legend(drawn: Chart, chart: Native) -> None:
    drawn.has_legend = len(chart.series) > 1 and not chart.floats
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False


def _axes(drawn: Chart, chart: Native) -> None:
    names, values = drawn.category_axis, drawn.value_axis
    names.format.line.color.rgb = _rgb(Colour.REST)
    names.has_major_gridlines = False
    names.tick_labels.font.size = SMALL if len(chart.categories) > MANY else TEXT
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if len(chart.categories) > MANY:
        _upright(names)
    values.major_gridlines.format.line.color.rgb = _rgb(Colour.FAINT)
    values.format.line.fill.background()
    values.tick_labels.font.size, values.tick_labels.font.color.rgb = Pt(10), _rgb(Colour.MUTED)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = TICKS[chart.form], False
    values.has_title = True
    title = values.axis_title.text_frame
    title.text = chart.axis
    title.paragraphs[0].runs[0].font.size, title.paragraphs[0].runs[0].font.bold = Pt(10), False
    if chart.kind in ("bars", "stacked"):
        _from_the_top(drawn)
    _scale(drawn, chart)


def _from_the_top(drawn: Chart) -> None:
    """The first category of horizontal bars on top; their values stay below."""
    drawn.category_axis.reverse_order = True
    drawn.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    drawn.plots[0].gap_width = 45


def _upright(names: Any) -> None:
    """Every name, from the bottom up."""
    names.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr")).set("rot", "-5400000")
    skip = etree.Element(qn("c:tickLblSkip"), val="1")
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _scale(drawn: Chart, chart: Native) -> None:
    values = drawn.value_axis
    values.minimum_scale, values.maximum_scale = chart.ends
    if not chart.best_first:
        return
    worst = max((number for each in chart.series for number in each.values if number is not None), default=1)
    values.minimum_scale, values.maximum_scale = 1, worst + 1
    values.major_unit = max(1, round(worst / 8))
    values.reverse_order = True
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _look(made: Any, each: Series, chart: Native) -> None:
    if chart.kind == "lines":
        _line(made, each, chart)
    elif each.colour is None:
        made.format.fill.background()
    else:
        _paint(made.format.fill, each.colour)
        made.invert_if_negative = False
        for place, colour in each.accents:
            _paint(made.points[place].format.fill, colour)
        if len(chart.categories) * len(chart.series) <= MANY and not chart.floats:
            _numbers(made, chart.form)


def _line(made: Any, each: Series, chart: Native) -> None:
    own = each.colour == Colour.ACCENT
    made.smooth = False
    made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, 9 if own else 6
    _paint(made.marker.format.fill, each.colour or Colour.REST)
    for line in (made.marker.format.line, made.format.line):
        line.color.rgb = _rgb(each.colour or Colour.REST)
    made.format.line.width = Pt(3 if own else 1.75)
    if own:
        _numbers(made, chart.form)
        made.data_labels.position = XL_LABEL_POSITION.ABOVE


def _numbers(made: Any, form: str) -> None:
    labels = made.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = form, False
    labels.font.size = Pt(11)


def _paint(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:])
