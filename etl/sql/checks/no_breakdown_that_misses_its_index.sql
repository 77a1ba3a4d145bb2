-- The parts of a unit sum to its published index (1000 points), to the last digit that a double carries.
WITH parts AS (
    SELECT framework, period, universe, province_code, sum(points) AS points
    FROM breakdown
    WHERE points IS NOT NULL
    GROUP BY ALL
)
SELECT parts.*, 1000 * ranking.value AS index_points
FROM parts
JOIN framework USING (framework)
JOIN ranking USING (framework, period, universe, province_code)
WHERE ranking.indicator = framework.root AND abs(parts.points - 1000 * ranking.value) > 1e-9
