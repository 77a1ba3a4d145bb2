"""The quiet mark of figures that stand on a secondary source alone (a re-use of official tables), or follow from it."""

QUIET_MARK = "°"
