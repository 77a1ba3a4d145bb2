-- One row per indicator that a lens puts into a category under one framework, with the reason.
SELECT lens_member.category, CASE WHEN $lang = 'vi' THEN lens_category.name_vi ELSE lens_category.name_en END AS category_name,
       lens_category.position, lens_member.indicator,
       CASE WHEN $lang = 'vi' THEN indicator.name_vi ELSE indicator.name_en END AS indicator_name,
       indicator.max_points, CASE WHEN $lang = 'vi' THEN reason_vi ELSE reason_en END AS reason
FROM lens_member
JOIN lens_category USING (lens, category)
JOIN indicator USING (framework, indicator)
WHERE lens_member.framework = $framework AND lens = $lens
ORDER BY lens_category.position, indicator.position
