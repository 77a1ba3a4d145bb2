-- One row per unit that is not clearly distinguishable from one unit in one framework, period and universe, best rank first.
WITH pair AS (
    SELECT other_code AS province_code, p_reversed
    FROM doubtful_pair
    WHERE framework = $framework AND period = $period AND universe = $universe AND province_code = $province
    UNION ALL
    SELECT province_code, p_reversed
    FROM doubtful_pair
    WHERE framework = $framework AND period = $period AND universe = $universe AND other_code = $province
)
SELECT province_code, CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       rank_interval.rank, rank_interval.universe AS "of", p_reversed
FROM pair
JOIN rank_interval USING (province_code)
JOIN province USING (universe, province_code)
WHERE framework = $framework AND period = $period AND universe = $universe
ORDER BY rank_interval.rank, province.sort_key
