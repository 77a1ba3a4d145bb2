-- A rank of ours stands only where every unit of the universe has a value.
SELECT framework, period, universe, indicator, count(value) AS n_values
FROM ranking
GROUP BY ALL
HAVING count(rank) > 0 AND count(value) < any_value("of")
