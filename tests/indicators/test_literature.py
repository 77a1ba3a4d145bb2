"""Published tables of the literature, reproduced.

The Technology Achievement Index: values and goalposts of the UNDP Human Development Report 2001 (table A2.1,
technical note 2), the worked example of the OECD/JRC Handbook on Constructing Composite Indicators (2008), whose
figures on standardised values, correlations, components and alpha are for the same 23 countries.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators.correlation import correlations
from indicators.cronbach import alpha
from indicators.framework import from_frame
from indicators.normalise import Rule, minmax, normalise, zscore
from indicators.principal_components import principal_components
from indicators.scoring import score

GOALPOSTS = {
    "patents": (0, 994), "royalties": (0, 272.6), "internet": (0, 232.4), "exports": (0, 80.8),
    "telephones": (np.log(1), np.log(901)), "electricity": (np.log(22), np.log(6969)),
    "schooling": (0.8, 12.0), "university": (0.1, 27.4),
}  # fmt: skip
GROUPS = {"creation": ["patents", "royalties"], "recent": ["internet", "exports"],
          "old": ["telephones", "electricity"], "skills": ["schooling", "university"]}  # fmt: skip


@pytest.fixture(scope="module")
def published() -> pd.DataFrame:
    return pd.read_csv(Path(__file__).parents[1] / "golden" / "technology_achievement_index.csv", index_col=0)


@pytest.fixture(scope="module")
def values(published) -> pd.DataFrame:
    logs = {name: np.log(published[name]) for name in ("telephones", "electricity")}
    return published.drop(columns="tai").assign(**logs)


def test_goalposts_and_two_levels_of_means_give_the_published_index(values, published):
    rows = [("tai", "", 1, 1)] + [(group, "tai", 1, 1) for group in GROUPS]
    rows += [(leaf, group, 1, 1) for group, leaves in GROUPS.items() for leaf in leaves]
    tree = from_frame(pd.DataFrame(rows, columns=["code", "parent", "weight", "direction"]), id="TAI")
    bounds = pd.DataFrame(GOALPOSTS, index=["lower", "upper"]).T
    # The report has no royalties for Singapore and counts none; the Handbook imputed 25.5.
    given = values.copy()
    given.loc["Singapore", "royalties"] = 0.0
    normal = normalise(given, rule=Rule("goalposts", low=0, high=1, bounds=bounds), directions=tree.nodes["direction"])
    index = score(normal, tree).values["tai"]
    assert (index - published["tai"]).abs().max() < 0.0015  # the report's own chain is rounded at each step
    assert list(index.rank(ascending=False)) == list(published["tai"].rank(ascending=False))


def test_schooling_standardised_as_in_the_handbook(values):
    years = values["schooling"].to_numpy()
    first = ["Finland", "United States", "Sweden", "Japan", "Korea"]
    z = pd.Series(zscore(years), index=values.index)
    scaled = pd.Series(minmax(years), index=values.index)
    assert z[first].round(2).tolist() == [0.26, 1.52, 1.14, -0.06, 0.76]
    assert scaled[first].round(2).tolist() == [0.59, 1.00, 0.88, 0.49, 0.76]


def test_internet_and_electricity_correlate_as_in_the_handbook(values):
    assert correlations(values).loc["internet", "electricity"] == pytest.approx(0.84, abs=0.005)


def test_components_as_in_the_handbook(values):
    variance = principal_components(values).variance
    shares = [41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9]
    assert (100 * variance["share"]).to_numpy() == pytest.approx(shares, abs=0.11)
    assert variance["eigenvalue"].round(1).tolist()[1:4] == [1.7, 1.0, 0.9]
    assert variance["cumulative"].iloc[-1] == pytest.approx(1.0, abs=1e-12)


def test_alpha_of_the_eight_standardised_indicators_as_in_the_handbook(values):
    standard = pd.DataFrame(zscore(values.to_numpy()), columns=values.columns)
    assert round(alpha(standard), 2) == 0.70
