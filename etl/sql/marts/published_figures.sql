-- One row per published figure of one framework and period, in either universe, with its cell and its source.
SELECT observation.universe, observation.province_code,
       CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       observation.indicator, CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       observation.value, observation.rank_published, observation.workbook, observation.sheet, observation.cell,
       observation.rank_cell, observation.source_kind, observation.source_url
FROM observation
JOIN province USING (universe, province_code)
JOIN indicator USING (framework, indicator)
WHERE framework = $framework AND period = $period AND assessor = 'published'
ORDER BY observation.universe DESC, province.sort_key, indicator.position
