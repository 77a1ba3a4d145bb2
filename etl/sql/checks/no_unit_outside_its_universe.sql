-- Every figure belongs to a unit of its own universe.
SELECT DISTINCT universe, province_code
FROM (SELECT universe, province_code FROM observation UNION ALL SELECT universe, province_code FROM ranking)
ANTI JOIN province USING (universe, province_code)
