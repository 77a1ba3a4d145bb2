-- One row per framework, period, universe, indicator and unit with a value or a rank, however known.
SELECT framework, period, universe, ranking.indicator, rank, "of", province_code, province.name_vi AS province,
       value, basis, rank_published, rank_change
FROM ranking
JOIN province USING (universe, province_code)
LEFT JOIN indicator USING (framework, indicator)
WHERE ($framework IS NULL OR framework = $framework)
  AND ($period IS NULL OR period = $period)
  AND ($universe IS NULL OR universe = $universe)
  AND ($province IS NULL OR province_code = $province)
  AND ($indicator IS NULL OR ranking.indicator = $indicator)
ORDER BY framework, period, universe DESC, indicator.position, ranking.indicator, rank, rank_published, sort_key
