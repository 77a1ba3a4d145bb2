-- One row per framework, period, universe, unit, indicator and assessor: what a workbook says, and where.
SELECT framework, period, universe, province_code, province.name_vi AS province, observation.indicator, value,
       rank_published, basis, assessor, workbook, sheet, cell, observation.source_url, source_kind, n_sources,
       rank_cell, decimals, event_id
FROM observation
JOIN province USING (universe, province_code)
LEFT JOIN indicator USING (framework, indicator)
WHERE ($framework IS NULL OR framework = $framework)
  AND ($period IS NULL OR period = $period)
  AND ($universe IS NULL OR universe = $universe)
  AND ($province IS NULL OR province_code = $province)
  AND ($indicator IS NULL OR observation.indicator = $indicator)
ORDER BY framework, period, universe DESC, sort_key, indicator.position, observation.indicator, assessor
