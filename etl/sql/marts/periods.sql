-- One row per framework, period and universe with figures, newest first: what can be chosen.
SELECT framework.family, ranking.framework, ranking.period, ranking.universe,
       CASE WHEN $lang = 'vi' THEN decree_vi ELSE decree_en END AS decree,
       count(DISTINCT ranking.province_code) FILTER (ranking.indicator = framework.root) AS n_units
FROM ranking
JOIN framework USING (framework)
GROUP BY ALL
ORDER BY ranking.period DESC, ranking.universe DESC, framework.family
