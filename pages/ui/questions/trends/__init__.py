"""How a unit's values and ranks moved over the years, beside those it is compared with."""
