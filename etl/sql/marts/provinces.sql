-- One row per unit of both universes, in Vietnamese alphabetical order.
SELECT universe, province_code,
       CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name,
       name_vi, name_en, regions, sort_key, folded
FROM province
ORDER BY universe DESC, sort_key
