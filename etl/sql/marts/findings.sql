-- One row per difference between what sources print and what follows from them, with the names a reader knows.
SELECT finding.rule, finding.framework, finding.period, finding.universe, finding.province_code,
       CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       finding.indicator, CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       finding.found, finding.expected, finding.note_key
FROM finding
LEFT JOIN province USING (universe, province_code)
LEFT JOIN indicator USING (framework, indicator)
ORDER BY finding.framework, finding.period, finding.rule, province.sort_key
