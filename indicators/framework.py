"""A framework: one published edition of an index, as a checked tree of indicators.

Frameworks are data. The table is checked before use and every fault is named at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from indicators.errors import FrameworkFaults, UnknownNames
from indicators.framework_checks import OUTSIDE_LEVELS, as_text, find_faults

REQUIRED = ("code", "parent", "weight", "direction")
LEVEL_BY_DEPTH = ("index", "pillar", "main", "component", "criterion")


@dataclass(frozen=True, eq=False)
class Framework:
    """One edition of an index.

    `nodes`: one row per indicator, indexed by `code` in the order of the file. Columns: `parent` ("" for the
    root and for nodes outside the aggregation), `weight` (maximum points, or relative weight; NaN unknown),
    `direction` (1 | -1), `level`, `aggregation` (arithmetic | geometric | harmonic | none), then any others.
    Nodes of level `residual` and `lens_category` stand beside the tree and never enter aggregation.
    """

    id: str
    nodes: pd.DataFrame

    @cached_property
    def root(self) -> str:
        """The code of the index itself."""
        tops = (code for code, parent in self._parents.items() if not parent and code not in self._outside)
        return next(tops)

    def children(self, code: str) -> list[str]:
        """Direct children that enter the aggregation of `code`, in file order; [] for a leaf."""
        self._know(code)
        return list(self._children.get(code, ()))

    def leaves(self, code: str | None = None) -> list[str]:
        """Leaves under `code` (default: the root), branch by branch in file order; a leaf is its own leaf."""
        code = self.root if code is None else code
        below = self.children(code)
        return [leaf for child in below for leaf in self.leaves(child)] if below else [code]

    def ancestors(self, code: str) -> list[str]:
        """Parents of `code`, the nearest first, up to the root; [] for the root and nodes beside the tree."""
        self._know(code)
        found: list[str] = []
        while parent := self._parents[code]:
            found.append(parent)
            code = parent
        return found

    @cached_property
    def aggregates(self) -> list[str]:
        """Nodes that have children, each after all of its own children (so: in the order of computing)."""
        return self._post_order(self.root)

    def weights(self, children: Sequence[str]) -> np.ndarray:
        """Weights of the named nodes, in their order; NaN where unknown."""
        for code in children:
            self._know(code)
        return np.array([self._weights[code] for code in children], dtype=float)

    def weighted_children(self, code: str) -> list[str]:
        """The children of `code` whose weight is known and above zero: those that its value is made of."""
        return [child for child in self.children(code) if self._weights[child] > 0]

    def aggregation(self, code: str) -> str:
        """How `code` follows from its children: arithmetic | geometric | harmonic | none."""
        self._know(code)
        return str(self.nodes.at[code, "aggregation"])

    @cached_property
    def _parents(self) -> dict[str, str]:
        return dict(zip(self.nodes.index, self.nodes["parent"], strict=True))

    @cached_property
    def _weights(self) -> dict[str, float]:
        return dict(zip(self.nodes.index, self.nodes["weight"], strict=True))

    @cached_property
    def _outside(self) -> frozenset[str]:
        return frozenset(self.nodes.index[self.nodes["level"].isin(OUTSIDE_LEVELS)])

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for code, parent in self._parents.items():
            if parent and code not in self._outside:
                found.setdefault(parent, []).append(code)
        return found

    def _post_order(self, code: str) -> list[str]:
        below = self.children(code)
        return [node for child in below for node in self._post_order(child)] + ([code] if below else [])

    def _know(self, code: str) -> None:
        if code not in self._parents:
            raise UnknownNames(kind="indicator", names=[code], where=self.id)


def from_frame(frame: pd.DataFrame, *, id: str) -> Framework:  # noqa: A002 - an id is what it is
    """A checked framework from a table with one row per indicator.

    Required columns: `code`, `parent`, `weight`, `direction`; `level` defaults to the depth in the tree and
    `aggregation` to arithmetic. Cells may be text. Raises FrameworkFaults naming every fault at once.
    A file whose further columns are free (a user's own) is passed as `frame[list(REQUIRED)]`.
    """
    faults = find_faults(frame, required=REQUIRED)
    if faults:
        raise FrameworkFaults(framework=id, faults=faults)
    return Framework(id=id, nodes=_tidy(frame))


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    """The checked table with its types, defaults and column order."""
    nodes = frame.assign(code=as_text(frame["code"]), parent=as_text(frame["parent"])).set_index("code")
    nodes["weight"] = pd.to_numeric(nodes["weight"]).astype(float)
    nodes["direction"] = pd.to_numeric(nodes["direction"]).astype(int)
    level = _filled(nodes, "level")
    nodes["level"] = level.where(level != "", _levels_by_depth(nodes["parent"]))
    nodes["aggregation"] = _filled(nodes, "aggregation").replace("", "arithmetic")
    first = ["parent", "weight", "direction", "level", "aggregation"]
    return nodes[first + [column for column in nodes.columns if column not in first]]


def _filled(nodes: pd.DataFrame, column: str) -> pd.Series:
    return as_text(nodes[column]) if column in nodes else pd.Series("", index=nodes.index, dtype=str)


def _levels_by_depth(parent: pd.Series) -> pd.Series:
    above: dict[str, str] = dict(zip(parent.index, parent, strict=True))

    def depth(code: str) -> int:
        return 1 + depth(above[code]) if above[code] else 0

    deepest = len(LEVEL_BY_DEPTH) - 1
    return pd.Series([LEVEL_BY_DEPTH[min(depth(code), deepest)] for code in above], index=parent.index)
