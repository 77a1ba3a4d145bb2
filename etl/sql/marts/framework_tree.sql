-- One row per node of one framework, in the order of the decree.
SELECT indicator.indicator, indicator.parent, indicator.level, indicator.position,
       CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       indicator.max_points, indicator.aggregation, indicator.n_component_indicators, indicator.n_criteria,
       CASE WHEN $lang = 'vi' THEN indicator.note_vi ELSE indicator.note_en END AS note, indicator.source_url
FROM indicator
WHERE framework = $framework
ORDER BY position
