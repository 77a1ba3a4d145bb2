"""The story as one HTML file: charts that answer to the pointer, everything inside it, nothing fetched; good on paper.

Each chart stands in the file as a drawing too, so that it can be read and printed where scripts do not run.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from html import escape
from pathlib import Path

import pandas as pd
import vl_convert

from pages.ui import images, tables
from pages.ui.briefing.content import Briefing
from pages.ui.story.slide import Slide
from pages.ui.theme import FONT, FONT_FOLDER

FOLDER = Path(__file__).parent
WIDTH = 1000
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; font-src data:; "
    "img-src data:"
)
"""What the file may do: run its own scripts (Vega makes functions of expressions), fetch nothing."""


def page(briefing: Briefing) -> bytes:
    """The whole story as one file, UTF-8."""
    charts = [slide.drawn.spec for slide in briefing.slides if slide.drawn]
    places = iter(range(len(charts)))
    sections = "".join(_section(slide, briefing, next(places) if slide.drawn else None) for slide in briefing.slides)
    title = escape(briefing.title)
    return f"""<!DOCTYPE html>
<html lang="{briefing.texts.lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<style>{_fonts()}{(FOLDER / "page.css").read_text(encoding="utf-8")}</style></head>
<body>{_head(briefing)}<main>{sections}</main>
<footer><p>{escape(briefing.choices)}</p><p>{escape(briefing.printed)}</p></footer>
<script type="application/json" id="charts">{_harmless(charts)}</script>
<script>{_drawing_program()}</script><script>{(FOLDER / "page.js").read_text(encoding="utf-8")}</script>
</body></html>
""".encode()


def _head(briefing: Briefing) -> str:
    figures = "".join(f"<li>{escape(name)}: <b>{escape(value)}</b></li>" for name, value in briefing.figures)
    place = f'<p class="place">{escape(briefing.place)}</p>' if briefing.place else ""
    kicker = escape(briefing.texts("briefing.kicker"))
    return (
        f'<header><p class="kicker">{kicker}</p><h1>{escape(briefing.title)}</h1>{place}'
        f'<ul class="figures">{figures}</ul></header>'
    )


def _section(slide: Slide, briefing: Briefing, place: int | None) -> str:
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in slide.said)
    sources = "".join(f'<p class="source">{escape(source)}</p>' for source in slide.sources)
    chart = "" if place is None else _chart(slide, briefing, place)
    return (
        f'<section id="{escape(slide.key)}"><p class="label">{escape(slide.label)}</p>'
        f"<h2>{escape(slide.title)}</h2>{chart}{said}{sources}</section>"
    )


def _chart(slide: Slide, briefing: Briefing, place: int) -> str:
    """The drawing, which the script replaces, and the rows behind it."""
    assert slide.drawn is not None and slide.caption is not None
    drawing, _ = images.bare_svg(slide.drawn.spec, width=WIDTH)
    words, unit = escape(slide.caption.description), escape(slide.caption.subtitle)
    summary = escape(briefing.texts("tables.sheet"))
    frame = f'<div class="chart" id="chart-{place}" role="img" aria-label="{words}">'
    return (
        f'<p class="unit">{unit}</p>{frame}{drawing}</div>'
        f"<details><summary>{summary}</summary>{_table(slide.drawn.table, briefing)}</details>"
    )


def _table(frame: pd.DataFrame, briefing: Briefing) -> str:
    named = tables.written(frame, briefing.texts)
    looks = [' class="number"' if code in tables.FORMS else "" for code in frame.columns]
    heads = "".join(f'<th scope="col"{look}>{escape(str(name))}</th>' for name, look in zip(named, looks, strict=True))
    rows = "".join(
        "<tr>" + "".join(f"<td{look}>{escape(cell)}</td>" for cell, look in zip(row, looks, strict=True)) + "</tr>"
        for row in named.itertuples(index=False)
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _harmless(value: object) -> str:
    """JSON that no name from a workbook can end early."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _drawing_program() -> str:
    """Vega, Vega-Lite and Vega-Embed in one script; some seconds the first time."""
    return vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").replace("</script", "<\\/script")


@cache
def _fonts() -> str:
    faces = []
    for weight, name in WEIGHTS.items():
        letters = base64.b64encode((FONT_FOLDER / f"{FONT.replace(' ', '')}-{name}.ttf").read_bytes()).decode()
        faces.append(
            f'@font-face {{ font-family: "{FONT}"; font-weight: {weight}; src: url(data:font/ttf;base64,{letters}) }}\n'
        )
    return "".join(faces)
