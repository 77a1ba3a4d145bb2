"""Values of the parsers as sheets hold them."""

import math
from datetime import date, datetime, time, timedelta

import pytest

from etl.formats.values import moment, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", None),
        (" ", " "),
        (3.0, 3),
        (-0.0, 0),
        (2.0**53, 2.0**53),
        (0.6975, 0.6975),
        (math.nan, "nan"),
        (math.inf, "inf"),
        (True, True),
        (date(2024, 4, 1), datetime(2024, 4, 1)),
        (datetime(2024, 4, 1, 8), datetime(2024, 4, 1, 8)),
        (time(3, 4), "03:04:00"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
    ],
)
def test_plain(value: object, expected: object) -> None:
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-04-01", datetime(2024, 4, 1)),
        ("2024-04-01T08:30:00+07:00", datetime(2024, 4, 1, 8, 30)),
        ("4.1", "4.1"),
        ("", None),
    ],
)
def test_moment(stated: str, expected: object) -> None:
    assert moment(stated) == expected
