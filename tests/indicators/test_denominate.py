import numpy as np
import pandas as pd
import pytest

from indicators.denominate import denominate
from indicators.errors import UnknownNames

VALUES = pd.DataFrame({"lines": [50.0, 30.0, 10.0], "share": [0.1, 0.2, 0.3]}, index=["a", "b", "c"])
SIZES = pd.DataFrame({"population": [1000.0, 0.0]}, index=["a", "b"])


def test_per_thousand_and_what_has_no_size():
    result = denominate(VALUES, SIZES, pairs={"lines": "population"}, per=1000)
    assert result["lines"].tolist() == pytest.approx([50.0, np.nan, np.nan], nan_ok=True)
    assert result["share"].tolist() == [0.1, 0.2, 0.3]


def test_unknown_names():
    with pytest.raises(UnknownNames):
        denominate(VALUES, SIZES, pairs={"x": "population"})
    with pytest.raises(UnknownNames):
        denominate(VALUES, SIZES, pairs={"lines": "area"})
