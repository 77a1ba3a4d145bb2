-- One row per period, unit and indicator with a value under one framework in one universe.
SELECT period, province_code, indicator, value
FROM ranking
WHERE framework = $framework AND universe = $universe AND value IS NOT NULL
ORDER BY period, province_code, indicator
