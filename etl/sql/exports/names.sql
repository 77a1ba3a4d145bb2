-- One row per name that a filter takes; where a name belongs to one framework or universe, with that one.
SELECT 'framework' AS filter, framework AS name, NULL AS framework, NULL AS universe FROM framework
UNION
SELECT 'period', CAST(period AS VARCHAR), NULL, NULL FROM observation
UNION
SELECT 'period', CAST(period AS VARCHAR), NULL, NULL FROM ranking
UNION
SELECT 'universe', CAST(universe AS VARCHAR), NULL, NULL FROM province
UNION
SELECT 'province', province_code, NULL, universe FROM province
UNION
SELECT 'indicator', indicator, framework, NULL FROM indicator
UNION
SELECT 'indicator', indicator, framework, NULL FROM breakdown
UNION
SELECT 'lens', lens, NULL, NULL FROM lens
ORDER BY filter, name
