"""Does the index measure one thing, and what decides its ranking? Statistics of the values that every unit has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from etl.text import Texts
from indicators.correlation import correlations, flag
from indicators.cronbach import alpha
from indicators.influence import influence
from indicators.outliers import report
from indicators.shared_parts import SharedParts
from indicators.strengths import finest
from indicators.weights import scaled
from pages.ui.charts.caption import Caption
from pages.ui.charts.correlation_map import correlation_map
from pages.ui.charts.weight_influence import weight_influence
from pages.ui.drawn import Drawn
from pages.ui.questions.edition import Edition
from pages.ui.questions.robustness.study import source
from pages.ui.questions.wording import within

INFLUENCE = ["indicator_name", "weight", "influence", "correlation"]
PAIRS = ["indicator_name", "other_indicator", "correlation", "band"]
COHERENT = 0.7
"""The alpha from which indicators are taken to measure one thing (Nunnally 1978)."""


@dataclass(frozen=True)
class Outliers:
    """`said`: what would have to be treated; `units`: a sentence for each indicator on the units that lie far out."""

    said: str
    units: tuple[str, ...]


def complete_values(edition: Edition) -> pd.DataFrame:
    """Units × the finest indicators that every unit has a value of, in the order of the decree."""
    known = edition.values.dropna(subset=["value"])
    counts = known.groupby("indicator")["value"].count()
    whole = {str(code): 1 for code in counts.index[counts == len(edition.units)]}
    codes = finest(whole, edition.framework)
    wide = known[known["indicator"].isin(codes)].pivot(index="province_code", columns="indicator", values="value")
    return wide.reindex(columns=codes)


def of_influence(edition: Edition, parts: SharedParts, texts: Texts) -> Drawn:
    """Weights beside influence, the largest influence on top."""
    shares = scaled(parts.max_points)
    index = pd.Series(parts.values.to_numpy() @ shares.to_numpy(), index=parts.values.index)
    found = influence(parts.values, weights=shares, index=index)
    rows = found.assign(influence=found["variance_share"], label=found["code"].map(edition.part_labels(texts)))
    rows = rows.sort_values("influence", ascending=False, kind="stable")
    most = rows.loc[(rows["influence"] - rows["weight"]).abs().idxmax()]
    key = "more" if most["influence"] > most["weight"] else "less"
    fields = {"indicator": most["label"], "weight": most["weight"], "influence": most["influence"]}
    caption = Caption(texts(f"robustness.influence.{key}", **fields), source(edition, texts))
    chart = weight_influence(rows, caption=caption, words=texts)
    return Drawn.of(chart, rows.assign(indicator_name=rows["label"])[INFLUENCE].reset_index(drop=True))


def of_correlations(edition: Edition, values: pd.DataFrame, texts: Texts) -> Drawn:
    """Every pair of indicators."""
    names, r = _names(edition, texts), correlations(values)
    pairs = [(a, b, float(r.at[a, b])) for a, b in combinations(values.columns, 2)]
    rows = pd.DataFrame(pairs, columns=["a", "b", "r"])
    spoken = edition.spoken_names()
    bands = [flag(value) or "fine" for value in rows["r"]]
    rows = rows.assign(column=rows["a"].map(names), row=rows["b"].map(names), band=bands)
    caption = Caption(_correlation_title(rows, spoken, texts), source(edition, texts))
    chart = correlation_map(rows, caption=caption, words=texts)
    told = rows.assign(indicator_name=rows["column"], other_indicator=rows["row"], correlation=rows["r"])
    return Drawn.of(chart, told.assign(band=rows["band"].map(texts.under("robustness.band")))[PAIRS])


def _correlation_title(rows: pd.DataFrame, spoken: Mapping[str, str], texts: Texts) -> str:
    most, least = rows.loc[rows["r"].idxmax()], rows.loc[rows["r"].idxmin()]
    fields = {"a": spoken[most["a"]], "b": spoken[most["b"]], "r": most["r"]}
    if len(rows) == 1:
        return texts("robustness.correlation.one", **fields)
    fields |= {"c": spoken[least["a"]], "d": spoken[least["b"]], "s": least["r"]}
    return texts("robustness.correlation.title", **fields)


def coherence(values: pd.DataFrame, texts: Texts) -> str:
    """What Cronbach's alpha says, each indicator on the same spread."""
    found = alpha((values - values.mean()) / values.std(ddof=1))
    key = "high" if found >= COHERENT else "low"
    return texts(f"robustness.alpha.{key}", alpha=found, n=values.shape[1], least=COHERENT)


def outliers(edition: Edition, values: pd.DataFrame, texts: Texts) -> Outliers:
    """Which indicators would have to be treated, and which units lie far out on each."""
    found = report(values)
    found["name"] = found["code"].map(_names(edition, texts))
    flagged = [within(name) for name in found.loc[found["outlier"], "name"]]
    said = texts(f"robustness.outliers.{'some' if flagged else 'none'}", n=len(flagged), names=", ".join(flagged))
    return Outliers(said, tuple(_far_out(row, edition, texts) for row in found.to_dict("records")))


def _far_out(row: dict, edition: Edition, texts: Texts) -> str:
    names = [edition.units[code] for code in row["extreme_units"].split("|") if code]
    units = ", ".join(names) or texts("robustness.outliers.nobody")
    shape = {"skewness": row["skewness"], "kurtosis": row["kurtosis"]}
    return texts("robustness.outliers.units", indicator=row["name"], units=units, **shape)


def _names(edition: Edition, texts: Texts) -> dict[str, str]:
    """Names of all indicators, with those of parts as charts have room for."""
    named = edition.values.drop_duplicates("indicator")
    return dict(zip(named["indicator"], named["indicator_name"], strict=True)) | edition.part_labels(texts)
