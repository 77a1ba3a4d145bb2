"""The choices above a page: widgets that write the address, and an address that sets the widgets.

The address is the only state. Before a widget is drawn its state is set from the selection; when a person moves
it, the address is rewritten, and the next run reads everything from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from pages.ui.selection import MERGED_UNIVERSE, MOST_RIVALS, merged_away
from pages.ui.view import SELECTED, View

MERGED_AWAY = "merged_away"
"""What the last switch to the 34 left without a unit of its own: told once, on the next run."""


def go(view: View, **choices: object) -> None:
    """Rewrite the address to the view after these choices; the next run draws it.

    Names of the selection move it, and the rest of it is made to fit; any other name is an option of this page,
    dropped when it is empty.
    """
    moves = {name: choice for name, choice in choices.items() if name in SELECTED}
    options = {**view.options, **{name: str(choice) for name, choice in choices.items() if name not in SELECTED}}
    after = view.selection.moved(view.catalogue, **moves)
    if after.universe == MERGED_UNIVERSE != view.selection.universe:
        st.session_state[MERGED_AWAY] = merged_away(view.selection, view.catalogue)
    address = after.address()
    st.query_params.from_dict(address | {name: choice for name, choice in options.items() if choice})


def open_province(view: View, picked: str | None) -> None:
    """Open the unit that was clicked on in a chart or a table, here and on every other page."""
    if picked and picked != view.selection.province:
        go(view, province=picked)
        st.rerun()


def province(view: View) -> None:
    """The unit shown everywhere. Names carry their plain spelling, so that typing without diacritics finds them."""
    universe = view.selection.universe
    names, plain = view.catalogue.units(universe), view.catalogue.plain_names(universe)

    def label(code: str) -> str:
        return names[code] if names[code] == plain[code] else f"{names[code]} ({plain[code]})"

    select(view, "province", list(names), label)


def index(view: View) -> None:
    """The family of indices: DTI or ICT Index. The period stays where the other family has it, else the newest."""
    families = list(dict.fromkeys(view.catalogue.periods["family"]))
    _segments(
        view,
        "family",
        families,
        lambda family: view.texts(f"shell.family.{family}"),
        current=view.catalogue.family_of(view.selection.framework),
        choose=lambda family: {"framework": _nearest_edition(view, family)},
    )


def period(view: View) -> None:
    """The year that a result is for; each names the decision in force."""
    editions = view.catalogue.editions(view.catalogue.family_of(view.selection.framework))
    decrees = dict(zip(editions["period"].astype(int), editions["decree"], strict=True))

    one_decree = editions["decree"].nunique() == 1

    def label(year: int) -> str:
        return str(year) if one_decree else view.texts("shell.period_option", year=str(year), decree=decrees[year])

    select(view, "period", list(decrees), label)


def universe(view: View) -> None:
    """63 units (until 30 June 2025) or 34 (since); only what the chosen framework and period have."""
    chosen = view.selection
    _segments(
        view,
        "universe",
        view.catalogue.universes(chosen.framework, chosen.period),
        lambda size: view.texts("shell.universe_option", size=size),
        current=chosen.universe,
        choose=lambda size: {"universe": size},
    )


def indicator(view: View) -> None:
    """Any indicator that has figures in the chosen framework, period and universe."""
    chosen = view.selection
    names = view.catalogue.indicator_names(chosen.framework, chosen.period, chosen.universe)
    select(view, "indicator", list(names), names.__getitem__, current=view.indicator)


def lens(view: View) -> None:
    """The theory by which indicators are grouped."""
    names = view.catalogue.lens_names()
    select(view, "lens", list(names), names.__getitem__)


def against(view: View) -> None:
    """Up to five units to compare with."""
    names = view.catalogue.units(view.selection.universe)
    key = "choose_against"
    st.session_state[key] = list(view.selection.against)
    st.multiselect(
        view.texts("shell.choice.against"),
        [code for code in names if code != view.selection.province],
        format_func=names.__getitem__,
        key=key,
        max_selections=MOST_RIVALS,
        placeholder=view.texts("shell.choose_rivals"),
        on_change=lambda: go(view, against=",".join(st.session_state[key])),
    )


def option(view: View, name: str, names: Mapping[str, str], *, label: str, current: str) -> None:
    """A choice that only this page knows, among codes with the readers' names; it stands in the address too."""
    key = f"choose_{name}"
    st.session_state[key] = current
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=lambda: go(view, **{name: st.session_state[key]}),
    )


def bar(view: View, *filters: Callable[[View], None], constituents: bool = True) -> None:
    """A row of these filters, wrapping on a narrow screen; below it what a merged unit was formed from (unless the page
    says it elsewhere: ``constituents``), or why an index cannot be seen on the merged units."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        for draw in filters:
            draw(view)
    if constituents and view.selection.universe == MERGED_UNIVERSE:
        _merged(view)
    _reach(view)


def _reach(view: View) -> None:
    """For which units and until when an index exists that ended before the mergers; nothing for any other."""
    editions = view.catalogue.editions(view.family)
    if MERGED_UNIVERSE not in set(editions["universe"]):
        index, last = view.texts(f"shell.family.{view.family}"), str(editions["period"].max())
        st.caption(view.texts("shell.before_mergers", index=index, of=int(editions["universe"].max()), last=last))


def _merged(view: View) -> None:
    """The units that the chosen one of the 34 was formed from, and how its figures follow; nothing for one alone."""
    names = view.catalogue.constituents(view.selection.province)
    if len(names) > 1:
        st.caption(view.texts("shell.merged", province=view.province_name, names=", ".join(names)))


def select(
    view: View,
    name: str,
    options: list,
    label: Callable,
    *,
    current: object = None,
    choose: Callable[[Any], dict[str, object]] | None = None,
) -> None:
    """A list to choose from, named ``shell.choice.<name>``.

    ``current``: what is chosen now; ``choose``: what a choice moves. By default both are the selection's part ``name``.
    """
    key = f"choose_{name}"
    st.session_state[key] = getattr(view.selection, name) if current is None else current

    def move() -> None:
        choice = st.session_state[key]
        go(view, **(choose(choice) if choose else {name: choice}))

    st.selectbox(
        view.texts(f"shell.choice.{name}"),
        options,
        format_func=label,
        key=key,
        width=_WIDTHS.get(name, 260),
        placeholder=view.texts("shell.choose_one"),
        on_change=move,
    )


def _nearest_edition(view: View, family: str) -> str:
    """The family's framework for the chosen period, else its newest."""
    editions = view.catalogue.editions(family)
    same = editions[editions["period"] == view.selection.period]
    return str((same if len(same) else editions)["framework"].iloc[0])


def _segments(
    view: View, name: str, options: Iterable, label: Callable, *, current: object, choose: Callable[..., dict]
) -> None:
    key = f"choose_{name}"
    st.session_state[key] = current
    st.segmented_control(
        view.texts(f"shell.choice.{name}"),
        list(options),
        format_func=label,
        key=key,
        required=True,
        on_change=lambda: go(view, **choose(st.session_state[key])),
    )


_WIDTHS = {
    "province": 280,
    "period": 260,
    "indicator": 320,
    "measure": 320,
    "lens": 320,
    "instrument": 370,
    "year": 110,
    "kind": 230,
}
