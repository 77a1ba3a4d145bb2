-- One row per source address: of what kind it is and how many figures stand on it.
WITH cited AS (
    SELECT framework, period, source_kind, trim(unnest(string_split(source_url, ' ; '))) AS source_url
    FROM observation
    WHERE source_url <> ''
)
SELECT source_url, source_kind, count(*) AS n_figures, string_agg(DISTINCT framework, ', ' ORDER BY framework) AS frameworks,
       min(period) AS first_period, max(period) AS last_period
FROM cited
GROUP BY ALL
ORDER BY n_figures DESC, source_url
