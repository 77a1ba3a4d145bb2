"""How sure is a rank: what other weights, methods and roundings make of it, and how well the index measures."""
