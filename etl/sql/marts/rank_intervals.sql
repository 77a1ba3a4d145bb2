-- One row per unit of one framework, period and universe whose ranks have intervals, best rank first.
SELECT rank_interval.province_code, CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       rank_interval.framework, rank_interval.period, rank_interval.rank, rank_interval.universe AS "of", p05, p50, p95,
       p_top3, p_top10, p_rose, p_fell
FROM rank_interval
JOIN province USING (universe, province_code)
WHERE framework = $framework AND period = $period AND universe = $universe
ORDER BY rank_interval.rank, p50, p95, province.sort_key
