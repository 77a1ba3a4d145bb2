"""Score many draws of weights, and of values, at once: the arrays under Monte-Carlo and sensitivity.

A framework becomes positions in arrays, and each group of the tree one matrix product over all draws. What is
missing does not depend on the draw, so it is taken from `scoring.score`, whose rules these are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import IndicatorError
from indicators.framework import Framework, from_frame

Array = np.ndarray
Function = Callable[[Array], Array]
TO_MEAN: dict[str, tuple[Function, Function]] = {
    "arithmetic": (lambda x: x, lambda x: x),
    "geometric": (np.log, np.exp),
    "harmonic": (np.reciprocal, np.reciprocal),
}


class UnknownWeights(IndicatorError):
    """Draws need every weight under the index: `codes` have none, or are published and not computed."""

    def __init__(self, *, codes: list[str]) -> None:
        self.codes = codes
        super().__init__(f"no weights to draw around: {', '.join(codes)}")


class NonPositiveDraws(IndicatorError):
    """A geometric or harmonic mean met values <= 0 in some draw, if not in the nominal values: of `codes`."""

    def __init__(self, *, method: str, codes: list[str]) -> None:
        self.method, self.codes = method, codes
        super().__init__(f"the {method} mean needs values above zero in every draw: {', '.join(codes)}")


@dataclass(frozen=True)
class Group:
    """One aggregate: positions of the node and of its weighted children, and its own kind of mean."""

    node: int
    children: Array
    method: str


@dataclass(frozen=True)
class Tree:
    """A framework as positions: `codes` has the leaves first, then the aggregates, the root last."""

    codes: tuple[str, ...]
    n_leaves: int
    weights: Array
    groups: tuple[Group, ...]


def flat_framework(weights: pd.Series, *, root: str = "(index)") -> Framework:
    """A one-level framework from the weights (>= 0) of parts that do not overlap, such as maximum points."""
    nodes = pd.DataFrame({"code": [root, *weights.index], "weight": [weights.sum(), *weights]})
    return from_frame(nodes.assign(parent=["", *[root] * len(weights)], direction=1), id=root)


def compile_tree(framework: Framework) -> Tree:
    """Positions of a framework. Raises UnknownWeights naming every node whose weight is not known."""
    codes = (*framework.leaves(), *framework.aggregates)
    weights = np.append(framework.weights(codes[:-1]), 1.0)
    _refuse_unknown(framework, codes, weights)
    place = {code: position for position, code in enumerate(codes)}
    groups = tuple(_group(framework, node, place, weights) for node in framework.aggregates)
    return Tree(codes, len(codes) - len(groups), weights, groups)


def score_draws(tree: Tree, values: Array, *, weights: Array, known: Array, aggregation: str | None) -> Array:
    """Index of every unit in every draw (units x draws); NaN where the index is missing.

    `values`: units x leaves, or units x draws x leaves, normalised; `weights`: draws x nodes, scaled within
    groups here; `known`: units x nodes, False where the node is missing; `aggregation` overrides the tree's.
    Raises NonPositiveDraws.
    """
    inner: dict[int, Array] = {}
    for group in tree.groups:
        method = aggregation or group.method
        total = _leaf_total(tree, group, values, weights, known, method)
        for child in group.children[group.children >= tree.n_leaves]:
            moved = _moved(inner[child][..., None], known[:, None, [child]], method, [tree.codes[child]])
            total += moved[..., 0] * weights[:, child]
        inner[group.node] = TO_MEAN[method][1](total / _present_weight(group, weights, known))
    root = tree.groups[-1].node
    return np.where(known[:, [root]], inner[root], np.nan)


def _leaf_total(tree: Tree, group: Group, values: Array, weights: Array, known: Array,
                method: str) -> Array:  # fmt: skip
    positions = group.children[group.children < tree.n_leaves]
    leaves = _as_slice(positions)
    present = known[:, leaves] if values.ndim == 2 else known[:, None, leaves]
    moved = _moved(values[..., leaves], present, method, [tree.codes[position] for position in positions])
    if values.ndim == 2:
        return moved @ weights[:, leaves].T
    return np.einsum("udl,dl->ud", moved, weights[:, leaves])


def _moved(part: Array, present: Array, method: str, codes: list[str]) -> Array:
    """Children (last axis) on the scale on which their mean is a plain sum; 0 where missing."""
    everywhere = present.all()
    part = part if everywhere else np.where(present, part, 1.0)
    if method != "arithmetic" and not (part > 0).all():
        wrong = np.flatnonzero((part <= 0).reshape(-1, len(codes)).any(axis=0))
        raise NonPositiveDraws(method=method, codes=[codes[position] for position in wrong])
    moved = TO_MEAN[method][0](part)
    return moved if everywhere else np.where(present, moved, 0.0)


def _present_weight(group: Group, weights: Array, known: Array) -> Array:
    present = known[:, group.children]
    if present.all():
        return weights[:, group.children].sum(axis=1)
    total = present @ weights[:, group.children].T
    return np.where(total > 0, total, 1.0)


def _as_slice(positions: Array) -> Array | slice:
    """A slice where the positions follow each other, which spares a copy of every draw."""
    if len(positions) and positions[-1] - positions[0] + 1 == len(positions):
        return slice(int(positions[0]), int(positions[-1]) + 1)
    return positions


def _group(framework: Framework, node: str, place: dict[str, int], weights: Array) -> Group:
    children = np.array([place[child] for child in framework.children(node)])
    return Group(place[node], children[weights[children] > 0], framework.aggregation(node))


def _refuse_unknown(framework: Framework, codes: tuple[str, ...], weights: Array) -> None:
    unknown = [code for code, weight in zip(codes, weights, strict=True) if np.isnan(weight)]
    unknown += [code for code in framework.aggregates if framework.aggregation(code) == "none"]
    if unknown:
        raise UnknownWeights(codes=unknown)
