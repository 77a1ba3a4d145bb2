"""python -m indicators, through files as a user has them."""

import math
import random
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from indicators.__main__ import main

TREE = [  # code, parent, weight, direction: three levels
    ("index", "", 1, 1),
    ("G", "index", 3, 1), ("H", "index", 2, 1), ("g1", "G", 1, 1), ("g2", "G", 2, 1), ("leaf", "G", 1, -1),
    ("g1a", "g1", 1, 1), ("g1b", "g1", 4, -1), ("g2a", "g2", 1, 1), ("g2b", "g2", 1, 1), ("g2c", "g2", 1, 1),
    ("h1", "H", 5, 1), ("h2", "H", 1, 1), ("h0", "H", 0, 1),
]  # fmt: skip
LEAVES = ["leaf", "g1a", "g1b", "g2a", "g2b", "g2c", "h1", "h2", "h0"]
SCORE = ["--normalise", "minmax", "--aggregate", "arithmetic"]


@pytest.fixture
def files(tmp_path):
    rng = random.Random(1)
    framework, values = tmp_path / "FW.csv", tmp_path / "V.csv"
    framework.write_text("code,parent,weight,direction\n" + "".join(f"{','.join(map(str, row))}\n" for row in TREE))
    rows = [[f"u{n}"] + ["" if rng.random() < 0.1 else repr(rng.uniform(1, 9)) for _ in LEAVES] for n in range(30)]
    values.write_text("\n".join(",".join(row) for row in [["unit", *LEAVES], *rows]) + "\n")
    return framework, values, tmp_path / "out"


def run(command, files, *options):
    framework, values, out = files
    return main([command, "--framework", str(framework), "--values", str(values), "--out", str(out), *options])


def table(files, name):
    return pd.read_csv(files[2] / name, index_col=0, float_precision="round_trip")


def by_loops(values, minimum):
    """The whole tree again with plain loops: min-max 0..100, weighted means, coverage of direct children."""
    extent = {leaf: [v for v in values[leaf] if not math.isnan(v)] for leaf in LEAVES}
    direction = {row[0]: row[3] for row in TREE}
    result = {}
    for unit in values.index:
        known = {}
        for leaf in LEAVES:
            low, high, value = min(extent[leaf]), max(extent[leaf]), values.at[unit, leaf]
            share = (value - low) / (high - low) if direction[leaf] == 1 else (high - value) / (high - low)
            known[leaf] = 100 * share
        for node in ("g1", "g2", "G", "H", "index"):
            children = [(row[0], row[2]) for row in TREE if row[1] == node]
            present = [(known[code], weight) for code, weight in children if not math.isnan(known[code])]
            total = sum(weight for _, weight in present)
            enough = len(present) / len(children) >= minimum and total > 0
            known[node] = sum(value * weight for value, weight in present) / total if enough else math.nan
        result[unit] = known
    return pd.DataFrame(result).T


@pytest.mark.parametrize("minimum", [2 / 3, 0.5, 0.0])
def test_score_is_what_plain_loops_give(files, minimum, capsys):
    assert run("score", files, *SCORE, "--min-coverage", repr(minimum)) == 0
    expected = by_loops(pd.read_csv(files[1], index_col=0), minimum)
    scores = table(files, "scores.csv")
    assert list(scores.columns) == ["index", "G", "H", "g1", "g2"] and scores.index.name == "unit"
    assert scores.to_numpy(float) == pytest.approx(expected[list(scores.columns)].to_numpy(float), abs=1e-9, nan_ok=True)
    assert table(files, "normalised.csv").to_numpy() == pytest.approx(expected[LEAVES].to_numpy(float), abs=1e-9, nan_ok=True)
    unranked = list(scores.columns[scores.isna().any()])
    ranks = table(files, "ranks.csv")
    assert ranks[unranked].isna().all(axis=None)
    for code in scores.columns.difference(unranked):
        assert ranks[code].tolist() == [1 + int((scores[code] > value + 1e-9).sum()) for value in scores[code]]
    assert all(f"{code} is not ranked" in capsys.readouterr().err for code in unranked[:1])


def test_score_writes_all_five_tables(files):
    run("score", files, *SCORE, "--min-coverage", "0")
    assert sorted(path.name for path in files[2].iterdir()) == [
        "coverage.csv", "effective_weights.csv", "normalised.csv", "ranks.csv", "scores.csv",
    ]  # fmt: skip
    weights = table(files, "effective_weights.csv")["weight"]
    assert weights["index"] == 1 and weights["g1b"] == pytest.approx(0.6 * 0.25 * 0.8)
    assert weights[LEAVES].sum() == pytest.approx(1)
    coverage = table(files, "coverage.csv")
    present = pd.read_csv(files[1], index_col=0)[["g2a", "g2b", "g2c"]].notna().mean(axis=1)
    assert coverage["g2"].to_numpy() == pytest.approx(present.to_numpy())
    assert b"\r" not in (files[2] / "scores.csv").read_bytes()


@pytest.mark.parametrize("method", ["zscore", "percentile-rank", "rank", "fraction-of-max", "none"])
def test_every_normalisation_runs(files, method):
    assert run("score", files, "--normalise", method, "--aggregate", "arithmetic", "--min-coverage", "0") == 0
    normal = table(files, "normalised.csv")
    raw = pd.read_csv(files[1], index_col=0)
    assert normal["g1b"].rank().equals(raw["g1b"].rank(ascending=False))  # direction -1
    if method == "none":
        assert normal["g1a"].equals(raw["g1a"])


@pytest.mark.parametrize("mean", ["geometric", "harmonic"])
def test_other_means(files, mean):
    assert run("score", files, "--normalise", "minmax", "--range", "1", "100", "--aggregate", mean, "--min-coverage", "0") == 0
    normal, scores = table(files, "normalised.csv"), table(files, "scores.csv")
    pair = normal[["g2a", "g2b", "g2c"]].dropna()
    expected = np.exp(np.log(pair).mean(axis=1)) if mean == "geometric" else 1 / (1 / pair).mean(axis=1)
    assert scores.loc[pair.index, "g2"].to_numpy() == pytest.approx(expected.to_numpy())


def test_goalposts(files):
    framework = files[0]
    lines = framework.read_text().splitlines()
    framework.write_text("\n".join([lines[0] + ",lower,upper", *[line + ",2,6" for line in lines[1:]]]))
    assert run("score", files, "--normalise", "goalposts", "--range", "0", "1", "--min-coverage", "0") == 0
    raw, normal = pd.read_csv(files[1], index_col=0), table(files, "normalised.csv")
    assert normal["g1a"].to_numpy() == pytest.approx(((raw["g1a"] - 2) / 4).clip(0, 1).to_numpy(), nan_ok=True)
    assert normal["leaf"].to_numpy() == pytest.approx(((6 - raw["leaf"]) / 4).clip(0, 1).to_numpy(), nan_ok=True)


def test_values_that_a_mean_cannot_take_are_named(files, capsys):
    assert run("score", files, "--normalise", "minmax", "--aggregate", "geometric") == 2
    assert "V.csv, column g1a: geometric and harmonic means need values above zero" in capsys.readouterr().err
    assert not files[2].exists()


def test_robustness(files):
    options = ["--draws", "2000", "--weight-noise", "0.25", "--seed", "3", "--min-coverage", "0"]
    assert run("robustness", files, *options) == 0
    intervals, first = table(files, "rank_intervals.csv"), (files[2] / "pairwise.csv").read_bytes()
    assert list(intervals.columns) == ["rank", "p05", "p50", "p95", "p_top10"]
    assert (intervals["p05"] <= intervals["p50"]).all() and (intervals["p50"] <= intervals["p95"]).all()
    pairs = pd.read_csv(files[2] / "pairwise.csv")
    assert list(pairs.columns) == ["unit_a", "unit_b", "p_a_ahead"] and len(pairs) == 30 * 29
    run("score", files, *SCORE, "--min-coverage", "0")
    assert table(files, "ranks.csv")["index"].tolist() == intervals["rank"].tolist()
    run("robustness", files, *options)
    assert (files[2] / "pairwise.csv").read_bytes() == first
    assert run("robustness", files, *options[:4], "--weight-noise", "0", "--min-coverage", "0") == 0
    still = table(files, "rank_intervals.csv")
    assert still["p05"].tolist() == still["p95"].tolist() == still["rank"].tolist()


def test_robustness_needs_every_unit(files, capsys):
    assert run("robustness", files, "--min-coverage", "1") == 2
    assert "too little is known for an index" in capsys.readouterr().err


def test_statistics(files):
    assert run("statistics", files, "--min-coverage", "0") == 0
    raw = pd.read_csv(files[1], index_col=0)
    cronbach = table(files, "cronbach.csv")
    group = raw[["g2a", "g2b", "g2c"]].dropna()
    assert list(cronbach.columns) == ["alpha"] and set(cronbach.index) == {"index", "G", "H", "g1", "g2"}
    expected = 1.5 * (1 - group.var().sum() / group.sum(axis=1).var())
    assert cronbach.at["g2", "alpha"] == pytest.approx(expected)
    correlations = pd.read_csv(files[2] / "correlations.csv").set_index(["code_a", "code_b"])
    assert correlations.at[("g2a", "g2b"), "pearson"] == pytest.approx(raw["g2a"].corr(raw["g2b"]))
    assert correlations.at[("g1a", "g1b"), "pearson"] == pytest.approx(-raw["g1a"].corr(raw["g1b"]))
    outliers = table(files, "outliers.csv")
    assert outliers.at["h1", "skewness"] == pytest.approx(raw["h1"].skew()) and list(outliers.index) == LEAVES
    assert outliers.at["h1", "kurtosis"] == pytest.approx(raw["h1"].kurt())


def test_faults_of_both_files_and_nothing_written(files, capsys):
    files[0].write_text("code,parent,weight,direction\nindex,,1,1\na,index,-1,1\nb,zz,1,1\n")
    files[1].write_text("unit,a,b\nu1,x,1\nu1,2,3\n")
    assert run("score", files, *SCORE) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Nothing was written; 4 faults:",
        "FW.csv, line 3, column weight: the weight is negative: -1",
        "FW.csv, line 4, column parent: the parent zz is not among the codes",
        "V.csv, line 2, column a: not a number: x",
        "V.csv, line 3, column unit: the unit stands twice: u1",
    ]
    assert not files[2].exists()
    assert run("score", files, *SCORE, "--lang", "vi") == 2
    assert "FW.csv, dòng 3, cột weight: trọng số âm: -1" in capsys.readouterr().err


def test_one_fault_is_announced_as_one(files, capsys):
    files[0].write_text("code,parent,weight,direction\nindex,,1,1\na,index,x,1\n")
    files[1].write_text("unit,a\nu1,1\n")
    assert run("score", files, *SCORE) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Nothing was written; 1 fault:",
        "FW.csv, line 3, column weight: not a number: x",
    ]


def test_files_that_are_not_there(files, tmp_path, capsys):
    absent = (tmp_path / "no.csv", tmp_path / "none.csv", files[2])
    assert run("score", absent, *SCORE) == 2
    assert "no.csv" in (err := capsys.readouterr().err) and "none.csv" in err


def test_a_file_that_is_not_there_hides_no_fault_of_the_other(files, tmp_path, capsys):
    files[1].write_text("unit,a\nu1,x\nu1,1\n")
    absent = tmp_path / "no.csv"
    assert run("score", (absent, *files[1:]), *SCORE) == 2
    heading, *told = capsys.readouterr().err.splitlines()
    assert heading == "Nothing was written; 3 faults:" and told[0].startswith(f"{absent}: the file cannot be read")
    assert told[1:] == ["V.csv, line 2, column a: not a number: x", "V.csv, line 3, column unit: the unit stands twice: u1"]


def test_a_constant_leaf_is_mentioned(files, capsys):
    files[0].write_text("code,parent,weight,direction\nindex,,1,1\na,index,1,1\nb,index,1,1\nc,index,1,1\n")
    files[1].write_text("unit,a,b,c\nu1,1,1,5\nu2,2,3,5\n")
    assert run("score", files, *SCORE) == 0
    assert "c: all units have the same value" in capsys.readouterr().err
    assert table(files, "scores.csv")["index"].tolist() == [0, 100]


@pytest.mark.parametrize("options", [["--range", "5", "5"], ["--min-coverage", "2"], ["--normalise", "median"], ["--draws", "0"]])
def test_options_out_of_range(files, options):
    with pytest.raises(SystemExit) as caught:
        run("robustness", files, *options)
    assert caught.value.code == 2


def test_as_a_program_with_help_in_both_languages():
    for lang, word in (("en", "fraction"), ("vi", "chuẩn hóa")):
        done = subprocess.run([sys.executable, "-m", "indicators", "score", "--help", "--lang", lang], capture_output=True, text=True, check=True)
        assert word in done.stdout


@pytest.mark.parametrize(
    ("option", "found", "told"),
    [
        ("--draws", "0", "a whole number of at least 1 is needed, not 0"),
        ("--draws", "many", "a whole number of at least 1 is needed, not many"),
        ("--seed", "-1", "a whole number of at least 0 is needed, not -1"),
        ("--weight-noise", "1", "a number from 0 to below 1 is needed, not 1"),
        ("--min-coverage", "nan", "a number from 0 to 1 is needed, not nan"),
    ],
)
def test_an_option_says_which_numbers_it_takes(files, capsys, option, found, told):
    with pytest.raises(SystemExit) as caught:
        run("robustness", files, f"{option}={found}")
    assert caught.value.code == 2
    assert f"argument {option}: {told}" in capsys.readouterr().err
