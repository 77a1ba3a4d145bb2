-- Every value is a share of the maximum: 0 to 1.
SELECT framework, period, universe, province_code, indicator, value
FROM ranking
WHERE value < 0 OR value > 1
