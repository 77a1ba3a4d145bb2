"""The choice that the comparison of editions adds to the address: which two editions."""

from __future__ import annotations

from itertools import pairwise

from pages.ui import escaped
from pages.ui.queries import sources
from pages.ui.view import View

BETWEEN = "~"


def pairs(view: View) -> dict[str, str]:
    """Neighbouring editions of the chosen family by "old~new", the newest first, as readers call them."""
    known = sources.editions(view.build_id, view.texts.lang)
    mine = known[known["family"] == view.family].sort_values("first_period")
    rows = list(mine[["framework", "decree"]].itertuples(index=False, name=None))
    pairs = [
        (f"{old}{BETWEEN}{new}", view.texts("sources.editions.option", old=old_decree, new=new_decree))
        for (old, old_decree), (new, new_decree) in pairwise(rows)
    ]
    return {pair: escaped.markdown(called) for pair, called in reversed(pairs)}


def pair(view: View) -> tuple[str, str] | None:
    """The older and the newer edition: the newest pair unless the address names another; None where there is one."""
    names = pairs(view)
    if not names:
        return None
    old, new = view.option("pair", tuple(names), next(iter(names))).split(BETWEEN)
    return old, new
