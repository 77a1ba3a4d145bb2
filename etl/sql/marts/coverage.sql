-- One row per period, framework, universe and indicator, oldest first: how many units have a value, a rank, and on
-- what basis.
SELECT ranking.framework, ranking.period, ranking.universe, ranking.indicator,
       CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS indicator_name,
       CASE WHEN $lang = 'vi' THEN short_vi ELSE short_en END AS short,
       any_value(indicator.position) AS position, any_value(ranking."of") AS "of",
       count(value) FILTER (basis = 'published') AS n_published,
       count(value) FILTER (basis = 'computed') AS n_computed,
       count(value) FILTER (basis = 'derived') AS n_derived,
       count(value) AS n_values, count(rank_published) AS n_ranks
FROM ranking
JOIN indicator USING (framework, indicator)
GROUP BY ALL
ORDER BY period, framework, universe, position
