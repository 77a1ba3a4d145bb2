-- One row per indicator with any figure, by framework, period and universe, in the order of the decree.
SELECT ranking.framework, ranking.period, ranking.universe, ranking.indicator,
       CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name,
       CASE WHEN $lang = 'vi' THEN short_vi ELSE short_en END AS short,
       any_value(indicator.position) AS position, any_value(indicator.level) AS level,
       count(ranking.value) AS n_values, count(ranking.rank) AS n_ranks
FROM ranking
JOIN indicator USING (framework, indicator)
GROUP BY ALL
ORDER BY framework, period, universe, position
