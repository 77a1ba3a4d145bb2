"""Values as sheets hold them: None, str, bool, int, float or datetime."""

import math
from datetime import date, datetime, time, timedelta
from typing import Any

from etl.formats.sheet import Cell

_EXACT_INTEGERS = 2**53


def plain(value: Any) -> Cell:
    """A value of a parser as one of ours. Times and durations become text, "30:00:00"."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return number(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, time):
        return value.isoformat()
    return _duration(value) if isinstance(value, timedelta) else value


def number(value: float) -> Cell:
    """A whole number as an int as far as it is exact; what is no number (nan, inf) as text."""
    if value.is_integer() and abs(value) < _EXACT_INTEGERS:
        return int(value)
    return value if math.isfinite(value) else str(value)


def moment(stated: str) -> Cell:
    """An ISO date or time of day on a date, without its time zone; text if it is none."""
    try:
        return datetime.fromisoformat(stated).replace(tzinfo=None)
    except ValueError:
        return stated or None


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
