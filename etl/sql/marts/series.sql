-- One row per unit, period and framework of one family of indices, for its root (or a named indicator); a year
-- without a figure has no row.
SELECT ranking.framework, CASE WHEN $lang = 'vi' THEN decree_vi ELSE decree_en END AS decree,
       ranking.period, ranking.universe, ranking.province_code,
       CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province, province.regions,
       ranking.indicator, ranking.rank, ranking."of", ranking.value, ranking.basis, ranking.rank_published,
       ranking.rank_change
FROM ranking
JOIN framework USING (framework)
JOIN province USING (universe, province_code)
WHERE framework.family = $family AND ranking.universe = $universe
  AND ranking.indicator = coalesce($indicator, framework.root)
ORDER BY ranking.period, province.sort_key
