-- One row per lens category with any score, by framework, period and universe, in the order of the lens tables.
SELECT lens_score.framework, lens_score.period, lens_score.universe, lens_score.lens, lens_score.category,
       CASE WHEN $lang = 'vi' THEN lens_category.name_vi ELSE lens_category.name_en END AS name,
       any_value(lens_category.position) AS position,
       count(lens_score.value) AS n_values, count(lens_score.rank) AS n_ranks
FROM lens_score
JOIN lens_category USING (lens, category)
JOIN lens USING (lens)
GROUP BY ALL
HAVING count(lens_score.value) > 0
ORDER BY lens_score.framework, lens_score.period, lens_score.universe, any_value(lens.rowid), position
