-- One row per unit of each edition whose ranks can be tried under other weights: where its rank lies in the draws.
SELECT framework, period, universe, province_code, province.name_vi AS province, rank, universe AS "of",
       p05, p50, p95, p_top3, p_top10, p_rose, p_fell
FROM rank_interval
JOIN province USING (universe, province_code)
WHERE ($framework IS NULL OR framework = $framework)
  AND ($period IS NULL OR period = $period)
  AND ($universe IS NULL OR universe = $universe)
  AND ($province IS NULL OR province_code = $province)
ORDER BY framework, period, universe DESC, rank, sort_key
