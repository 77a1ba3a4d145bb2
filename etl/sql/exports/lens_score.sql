-- One row per framework, period, universe, lens, category and unit with any member known.
SELECT framework, period, universe, lens, category, rank, "of", province_code, province.name_vi AS province,
       value, coverage, basis
FROM lens_score
JOIN province USING (universe, province_code)
LEFT JOIN lens_category USING (lens, category)
WHERE ($framework IS NULL OR framework = $framework)
  AND ($period IS NULL OR period = $period)
  AND ($universe IS NULL OR universe = $universe)
  AND ($province IS NULL OR province_code = $province)
  AND ($lens IS NULL OR lens = $lens)
ORDER BY framework, period, universe DESC, lens, lens_category.position, rank, value DESC, sort_key
