-- One row per category of one lens and unit in one framework, period and universe.
SELECT lens_score.category, CASE WHEN $lang = 'vi' THEN lens_category.name_vi ELSE lens_category.name_en END AS category_name,
       lens_category.position, lens_score.province_code,
       CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       province.regions, province.folded, province.sort_key,
       lens_score.rank, lens_score."of", lens_score.value, lens_score.coverage, lens_score.basis
FROM lens_score
JOIN lens_category USING (lens, category)
JOIN province USING (universe, province_code)
WHERE framework = $framework AND period = $period AND universe = $universe AND lens = $lens
ORDER BY lens_category.position, lens_score.rank NULLS LAST, lens_score.value DESC NULLS LAST
