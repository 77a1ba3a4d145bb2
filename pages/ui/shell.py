"""What surrounds every page: the build it is drawn from, its language, the menu and the choices above it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from etl import text
from etl.text import Texts
from etl.vietnamese import fold
from pages.ui import access, escaped, past
from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.readiness import current_build
from pages.ui.selection import Selection, Unread, read
from pages.ui.theme import Colour

PAGES = (
    "overview",
    "rankings",
    "trends",
    "factors",
    "compare",
    "what_if",
    "robustness",
    "upload",
    "history",
    "sources",
)
"""The pages of the menu, in its order: each is pages/<name>.py, the path /<name> and the texts <name>.toml."""

DEFAULT_HOME = "46"
"""Thừa Thiên Huế; ``DTI_HOME_PROVINCE`` (a code or a name among the 63) sets another."""


SELECTED = frozenset(part.name for part in fields(Selection))


@dataclass(frozen=True)
class View:
    """What a page needs to draw itself: nothing else is shared between pages.

    ``options``: the rest of the address, choices that only this page knows (a search, a sort order). They are in
    its links, and are left behind when the menu leads to another page.
    """

    build_id: str
    selection: Selection
    catalogue: Catalogue
    texts: Texts
    options: Mapping[str, str] = field(default_factory=dict)

    def option(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """The page's own choice `name` in the address, where it is one of `allowed`; else `default`."""
        asked = self.options.get(name, default)
        return asked if asked in allowed else default

    @property
    def province_name(self) -> str:
        """The chosen unit's name in the view's language."""
        return self.catalogue.units(self.selection.universe)[self.selection.province]

    @property
    def family(self) -> str:
        """The family of indices of the chosen framework: dti or ict."""
        return self.catalogue.family_of(self.selection.framework)

    @property
    def decree(self) -> str:
        """The decree (or report) that states the chosen framework, as Markdown: somebody may have uploaded it."""
        return escaped.markdown(self.catalogue.decrees()[self.selection.framework])

    @property
    def index(self) -> str:
        """The code of the index itself in the chosen edition: dti or ict_index."""
        return next(iter(self._indicators))

    @property
    def indicator(self) -> str:
        """The chosen indicator; the index itself where a lens category is chosen, for pages that show none."""
        chosen = self.selection.indicator
        return chosen if chosen in self._indicators else self.index

    @property
    def indicator_name(self) -> str:
        """The name of ``indicator`` in the view's language."""
        return self._indicators[self.indicator]

    @property
    def _indicators(self) -> dict[str, str]:
        chosen = self.selection
        return self.catalogue.indicator_names(chosen.framework, chosen.period, chosen.universe)


def language() -> str:
    """The language that the address asks for; Vietnamese when it asks for none."""
    asked = st.query_params.get("lang")
    return asked if asked in text.LANGUAGES else text.LANGUAGES[0]


def view() -> View:
    """What the address asks for, as far as it can be understood."""
    return _opened()[0]


def frame(pages: dict[str, st.Page]) -> None:
    """Draw what stands above every page: the menu, and what in the address could not be understood."""
    _dress(text.load(language()))
    current, unread = _opened()
    _menu(current, pages)
    if past.OPTION in current.options:
        past.banner(current.options[past.OPTION], current.texts)
    for part in unread:
        name, found = current.texts(f"shell.choice.{part.name}"), escaped.markdown(part.found)
        st.warning(current.texts("shell.unread", name=name, found=found))


def home_province(choices: Catalogue) -> str:
    """The code (of the 63) of the province shown when the address names none."""
    wanted = os.environ.get("DTI_HOME_PROVINCE", DEFAULT_HOME)
    rows = choices.provinces[choices.provinces["universe"] == 63]
    named = rows[(rows["province_code"] == wanted) | (rows["folded"] == fold(wanted))]
    return str(named["province_code"].iloc[0]) if len(named) else DEFAULT_HOME


def _opened() -> tuple[View, list[Unread]]:
    texts = text.load(language())
    build_id = current_build(texts)
    query = st.query_params.to_dict()
    asked = query.get(past.OPTION, "")
    build_as_of = past.build_as_of(asked, texts) if asked else None
    if build_as_of is None:
        query.pop(past.OPTION, None)
    choices = catalogue(build_as_of or build_id, texts.lang)
    selection, unread = read(query, choices, home=home_province(choices))
    if asked and build_as_of is None:
        unread.append(Unread(past.OPTION, asked))
    options = {name: asked for name, asked in query.items() if name not in SELECTED}
    return View(build_as_of or build_id, selection, choices, texts, options), unread


def _menu(current: View, pages: dict[str, st.Page]) -> None:
    """Links that keep the selections; the last one shows the same view in the other language."""
    texts, address = current.texts, current.selection.address() | past.kept(current.options)
    other = next(lang for lang in text.LANGUAGES if lang != texts.lang)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="menu"):
        st.markdown(f"**{texts('shell.brand')}**", width="content")
        for name, page in pages.items():
            if access.may_open(name):
                st.page_link(page, label=texts(f"{name}.menu"), query_params=address)
        access.sign_in(texts)
        here = urlencode({**address, **current.options, "lang": other})
        st.html(
            f'<a class="language" lang="{other}" hreflang="{other}" target="_self" '
            f'href="?{escape(here)}">{texts("shell.other_language")}</a>',
            width="content",
        )


def _dress(texts: Texts) -> None:
    """The page's style sheet, with the words that stand in for Streamlit's own on an error, and its language."""
    words = json.dumps(texts("shell.unexpected"), ensure_ascii=False)
    st.html(f"<style>:root {{ --unexpected: {words}; {_VARIABLES} }}\n{_STYLE}</style>")
    st.html(f"<script>document.documentElement.lang = '{texts.lang}'</script>", unsafe_allow_javascript=True)


_COLOURS = {
    "accent": Colour.ACCENT,
    "gain": Colour.GAIN,
    "loss": Colour.LOSS,
    "muted": Colour.MUTED,
    "faint": Colour.FAINT,
    "wash": Colour.WASH,
    "link": Colour.RIVAL_1,
}
_VARIABLES = "".join(f"--{name}: {colour};" for name, colour in _COLOURS.items())
_STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
