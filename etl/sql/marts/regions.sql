-- One row per socio-economic region, north to south.
SELECT region, CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name
FROM region
ORDER BY position
