-- One row per published figure of one unit in one framework, period and universe, with its cell and its source.
SELECT observation.indicator, CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       observation.value, observation.rank_published, observation.basis, observation.assessor,
       observation.workbook, observation.sheet, observation.cell, observation.rank_cell,
       observation.source_kind, observation.n_sources, observation.source_url
FROM observation
JOIN indicator USING (framework, indicator)
WHERE framework = $framework AND period = $period AND universe = $universe AND province_code = $province
ORDER BY indicator.position, observation.assessor
