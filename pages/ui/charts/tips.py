"""What a pointer over a mark tells; everything in it is also written on the chart or in its table."""

from pages.ui.charts.marks import Channel, name, number
from pages.ui.charts.words import Words


def of_province(words: Words) -> list[Channel]:
    """Fields province, rank and value."""
    return [name("province", title=words("charts.axis.province")), rank(words), value(words)]


def of_line(words: Words, measure: Channel) -> list[Channel]:
    """Fields label and period, and the `measure` (`rank` or `value` of this module)."""
    period = number("period", title=words("charts.axis.period"), format="d")
    return [name("label", title=words("charts.axis.province")), period, measure]


def rank(words: Words) -> Channel:
    """Field rank."""
    return number("rank", title=words("charts.axis.rank"), format="d")


def value(words: Words) -> Channel:
    """Field value, with the four decimals of the sources."""
    return number("value", title=words("charts.axis.value"), format=".4f")
