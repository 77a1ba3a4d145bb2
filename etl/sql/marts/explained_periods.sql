-- One row per framework and period of one family in which the points of one unit's parts are known, newest first.
SELECT framework, period
FROM breakdown
JOIN framework USING (framework)
WHERE framework.family = $family AND breakdown.universe = $universe AND breakdown.province_code = $province
GROUP BY ALL
HAVING count(points) > 0
ORDER BY period DESC
