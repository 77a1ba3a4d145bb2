import numpy as np
import pandas as pd
import pytest

from indicators.draws import NonPositiveDraws, UnknownWeights, compile_tree, flat_framework, score_draws
from indicators.framework import from_frame
from indicators.scoring import score

ROWS = [("i", "", 1, 1), ("A", "i", 3, 1), ("a1", "A", 1, 1), ("x", "i", 2, 1), ("a2", "A", 4, 1), ("B", "i", 1, 1),
        ("B1", "B", 1, 1), ("b1", "B1", 1, 1), ("b2", "B1", 2, 1), ("zero", "B", 0, 1)]  # fmt: skip


def tree(method="arithmetic"):
    frame = pd.DataFrame(ROWS, columns=["code", "parent", "weight", "direction"]).assign(aggregation=method)
    return from_frame(frame, id="t")


def values(gaps=True):
    rng = np.random.default_rng(2)
    frame = pd.DataFrame(0.1 + rng.random((12, 6)), columns=["a1", "a2", "x", "b1", "b2", "zero"])
    if gaps:
        frame.iloc[1, 0] = frame.iloc[2, 3] = frame.iloc[2, 2] = frame.iloc[4, 5] = np.nan
    return frame


@pytest.mark.parametrize("method", ["arithmetic", "geometric", "harmonic"])
@pytest.mark.parametrize("gaps", [True, False])
def test_one_draw_at_nominal_weights_is_the_ordinary_score(method, gaps):
    framework, frame = tree(method), values(gaps)
    compiled = compile_tree(framework)
    nominal = score(frame, framework, min_coverage=0.5).values
    leaves = frame[list(compiled.codes[: compiled.n_leaves])]
    known = pd.concat([leaves, nominal], axis=1)[list(compiled.codes)].notna().to_numpy()
    weights = np.tile(compiled.weights, (3, 1))
    found = score_draws(compiled, leaves.to_numpy(), weights=weights, known=known, aggregation=None)
    block = np.repeat(leaves.to_numpy()[:, None, :], 3, axis=1)
    with_values = score_draws(compiled, block, weights=weights, known=known, aggregation=None)
    for draw in range(3):
        assert found[:, draw] == pytest.approx(nominal["i"].to_numpy(), nan_ok=True, abs=1e-12)
        assert with_values[:, draw] == pytest.approx(nominal["i"].to_numpy(), nan_ok=True, abs=1e-12)


def test_other_weights_are_those_of_another_framework():
    compiled, frame = compile_tree(tree()), values(gaps=False)
    weights = compiled.weights.copy()
    weights[compiled.codes.index("A")] = 9.0
    other = pd.DataFrame(ROWS, columns=["code", "parent", "weight", "direction"])
    other.loc[other["code"] == "A", "weight"] = 9
    expected = score(frame, from_frame(other, id="t")).values["i"]
    leaves = frame[list(compiled.codes[: compiled.n_leaves])].to_numpy()
    known = np.ones((12, len(compiled.codes)), bool)
    found = score_draws(compiled, leaves, weights=weights[None], known=known, aggregation=None)
    assert found[:, 0] == pytest.approx(expected.to_numpy(), abs=1e-12)


def test_values_that_a_mean_cannot_take_are_named():
    compiled, frame = compile_tree(tree()), values(gaps=False)
    leaves = frame[list(compiled.codes[: compiled.n_leaves])].to_numpy().copy()
    leaves[3, compiled.codes.index("b2")] = 0.0
    known = np.ones((12, len(compiled.codes)), bool)
    with pytest.raises(NonPositiveDraws) as caught:
        score_draws(compiled, leaves, weights=compiled.weights[None], known=known, aggregation="geometric")
    assert caught.value.codes == ["b2"] and caught.value.method == "geometric"


def test_unknown_weights_are_named():
    frame = pd.DataFrame([("i", "", 1, 1, ""), ("A", "i", 1, 1, "none"), ("a", "A", "", 1, "")],
                         columns=["code", "parent", "weight", "direction", "aggregation"])  # fmt: skip
    with pytest.raises(UnknownWeights) as caught:
        compile_tree(from_frame(frame, id="t"))
    assert caught.value.codes == ["a", "A"]


def test_flat_framework():
    framework = flat_framework(pd.Series({"p": 100.0, "q": 400.0, "rounding": 0.0}))
    assert framework.leaves() == ["p", "q", "rounding"] and framework.weights(["p", "q"]).tolist() == [100, 400]
