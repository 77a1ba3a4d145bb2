-- One row per unit of the 63 that became part of one unit of the 34.
SELECT merger.new_code, merger.old_code, CASE WHEN $lang = 'vi' THEN province.name_vi ELSE province.name_en END AS province,
       merger.change_type, merger.effective_from, merger.legal_basis
FROM merger
JOIN province ON province.universe = 63 AND province.province_code = merger.old_code
WHERE merger.new_code = $province
ORDER BY province.sort_key
