-- One row per part of the score of every unit in one framework, period and universe: parts do not overlap.
SELECT breakdown.province_code, CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       breakdown.indicator, CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       CASE WHEN $lang = 'vi' THEN indicator.short_vi ELSE indicator.short_en END AS short,
       indicator.position, breakdown.max_points, breakdown.value, breakdown.points, breakdown.basis
FROM breakdown
JOIN province USING (universe, province_code)
LEFT JOIN indicator USING (framework, indicator)
WHERE framework = $framework AND period = $period AND universe = $universe
ORDER BY province.sort_key, indicator.position
