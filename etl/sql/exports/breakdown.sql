-- One row per part of an index's score: parts of a unit do not overlap and sum to its index.
SELECT framework, period, universe, province_code, province.name_vi AS province, breakdown.indicator,
       breakdown.max_points, value, points, basis
FROM breakdown
JOIN province USING (universe, province_code)
LEFT JOIN indicator USING (framework, indicator)
WHERE ($framework IS NULL OR framework = $framework)
  AND ($period IS NULL OR period = $period)
  AND ($universe IS NULL OR universe = $universe)
  AND ($province IS NULL OR province_code = $province)
  AND ($indicator IS NULL OR breakdown.indicator = $indicator)
ORDER BY framework, period, universe DESC, sort_key, indicator.position NULLS LAST, breakdown.indicator
