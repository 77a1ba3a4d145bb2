-- One row per category of each lens, in the order of the lens tables.
SELECT lens, CASE WHEN $lang = 'vi' THEN lens.name_vi ELSE lens.name_en END AS lens_name,
       CASE WHEN $lang = 'vi' THEN lens.question_vi ELSE lens.question_en END AS question,
       lens.source, lens.source_url, category, position,
       CASE WHEN $lang = 'vi' THEN lens_category.name_vi ELSE lens_category.name_en END AS category_name
FROM lens_category
JOIN lens USING (lens)
ORDER BY lens.rowid, position
