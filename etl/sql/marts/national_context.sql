-- One row per national figure.
SELECT code, year, value, unit, CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name, rank, "of",
       sample_size, source, source_url
FROM national_context
ORDER BY year, code
