-- One row per framework and period of one family whose ranks have intervals in one universe, newest first.
SELECT DISTINCT framework, period
FROM rank_interval
JOIN framework USING (framework)
WHERE framework.family = $family AND rank_interval.universe = $universe
ORDER BY period DESC
