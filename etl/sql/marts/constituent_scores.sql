-- One row per unit of the 63 that became part of one unit of the 34, with its own index in one framework and period.
SELECT CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       coalesce(ranking.rank, ranking.rank_published) AS place, ranking."of", ranking.value
FROM merger
JOIN province ON province.universe = 63 AND province.province_code = merger.old_code
JOIN framework ON framework.framework = $framework
LEFT JOIN ranking
       ON ranking.framework = framework.framework AND ranking.indicator = framework.root AND ranking.period = $period
      AND ranking.universe = 63 AND ranking.province_code = merger.old_code
WHERE merger.new_code = $province
ORDER BY ranking.value DESC NULLS LAST, province.sort_key
