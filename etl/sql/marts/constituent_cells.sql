-- One row per constituent and indicator behind the derived values of one unit of the 34, with its cell and its source:
-- only indicators of which every constituent has a value.
SELECT observation.indicator, CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       observation.value, observation.rank_published, observation.basis, observation.workbook, observation.sheet,
       observation.cell, observation.rank_cell, observation.source_kind, observation.n_sources, observation.source_url,
       derived.value AS value_derived
FROM merger
JOIN province ON province.universe = 63 AND province.province_code = merger.old_code
JOIN observation ON observation.universe = 63 AND observation.province_code = merger.old_code
JOIN indicator USING (framework, indicator)
JOIN ranking AS derived
  ON derived.framework = observation.framework AND derived.period = observation.period AND derived.universe = 34
 AND derived.indicator = observation.indicator AND derived.province_code = merger.new_code
WHERE merger.new_code = $province AND observation.framework = $framework AND observation.period = $period
  AND observation.assessor = 'published' AND observation.value IS NOT NULL
  AND derived.basis = 'derived' AND derived.value IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY observation.indicator)
      = (SELECT count(*) FROM merger AS whole WHERE whole.new_code = $province)
ORDER BY indicator.position, province.sort_key
