-- One row per framework, newest first.
SELECT framework, family, root, CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name,
       CASE WHEN $lang = 'vi' THEN decree_vi ELSE decree_en END AS decree, issued, first_period, last_period,
       points_total, CASE WHEN $lang = 'vi' THEN note_vi ELSE note_en END AS note, source_url
FROM framework
ORDER BY family, first_period DESC
