"""The quiet mark of figures that stand on a secondary source alone: a public re-use of the official tables."""

from __future__ import annotations

QUIET_MARK = "°"


def source_mark(source_kind: object) -> str:
    """The mark where the only source is secondary, else nothing."""
    return QUIET_MARK if source_kind == "secondary" else ""
