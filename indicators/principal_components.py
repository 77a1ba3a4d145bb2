"""Principal components of the correlation matrix (Handbook step 4): how many things does a group measure?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import IndicatorError


class TooFewUnits(IndicatorError):
    """A statistic needs `needed` units with all values of `codes`; `found` have them."""

    def __init__(self, *, codes: list[str], needed: int, found: int) -> None:
        self.codes, self.needed, self.found = codes, needed, found
        super().__init__(f"{', '.join(codes)}: {found} complete unit(s), {needed} needed")


@dataclass(frozen=True)
class Components:
    """`variance`: component (1..k), eigenvalue, share, cumulative (of total variance, 0..1).

    `loadings`: indicator x component, correlation of the two (-1..1); the largest of each is positive.
    `scores`: unit x component, in standard units; only the units with all values.
    """

    variance: pd.DataFrame
    loadings: pd.DataFrame
    scores: pd.DataFrame


def principal_components(values: pd.DataFrame) -> Components:
    """Components of the standardised columns of `values` (units x indicators), over complete units.

    Constant columns say nothing and are left out. Raises TooFewUnits below three complete units.
    """
    complete = values.dropna()
    varying = complete.loc[:, complete.nunique() > 1]
    if len(complete) < 3 or varying.empty:
        raise TooFewUnits(codes=[str(code) for code in values], needed=3, found=len(complete))
    z = (varying - varying.mean()) / varying.std(ddof=1)
    eigenvalues, vectors = np.linalg.eigh(np.corrcoef(z.to_numpy(), rowvar=False).reshape(z.shape[1], -1))
    eigenvalues, vectors = np.clip(eigenvalues[::-1], 0.0, None), vectors[:, ::-1]
    vectors = vectors * np.sign(np.take_along_axis(vectors, np.abs(vectors).argmax(axis=0)[None], axis=0))
    return _named(z, eigenvalues, vectors)


def _named(z: pd.DataFrame, eigenvalues: np.ndarray, vectors: np.ndarray) -> Components:
    numbers = range(1, len(eigenvalues) + 1)
    share = eigenvalues / eigenvalues.sum()
    variance = {"component": numbers, "eigenvalue": eigenvalues, "share": share, "cumulative": share.cumsum()}
    return Components(
        variance=pd.DataFrame(variance),
        loadings=pd.DataFrame(vectors * np.sqrt(eigenvalues), index=z.columns, columns=numbers),
        scores=pd.DataFrame(z.to_numpy() @ vectors, index=z.index, columns=numbers),
    )
