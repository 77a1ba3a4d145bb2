-- One row per framework, period and line to hold a unit's values of one indicator against: the mean of the nation and of
-- each region of the unit, only where every unit of that group has a value; and the value of the best unit, by name.
WITH figure AS (
    SELECT measured.framework, measured.period, measured.province_code, measured.value, measured.basis,
           coalesce(measured.rank, measured.rank_published) AS place
    FROM measured
    JOIN framework USING (framework)
    WHERE framework.family = $family AND measured.universe = $universe AND measured.indicator = $indicator
),
unit AS (
    SELECT province_code, regions, CASE WHEN $lang = 'vi' THEN name_vi ELSE name_en END AS name
    FROM province
    WHERE universe = $universe
),
home AS (SELECT unnest(regions) AS region FROM unit WHERE province_code = $province),
member AS (
    SELECT 'mean' AS role, 'nation' AS line, NULL AS name, province_code FROM unit
    UNION ALL
    SELECT 'region', region.region, CASE WHEN $lang = 'vi' THEN region.name_vi ELSE region.name_en END, unit.province_code
    FROM home
    JOIN region USING (region)
    JOIN unit ON list_contains(unit.regions, region.region)
),
mean AS (
    SELECT role, line, member.name, edition.framework, edition.period, avg(value) AS value, 'computed' AS basis
    FROM member
    CROSS JOIN (SELECT DISTINCT framework, period FROM figure) AS edition
    LEFT JOIN figure USING (framework, period, province_code)
    GROUP BY ALL
    HAVING count(value) = count(*)
),
best AS (
    SELECT 'best' AS role, 'best' AS line, string_agg(unit.name, ', ' ORDER BY unit.name) AS name, framework, period, value, basis
    FROM figure
    JOIN unit USING (province_code)
    WHERE place = 1 AND value IS NOT NULL
    GROUP BY ALL
)
SELECT role, line, name, framework, period, value, basis FROM mean
UNION ALL
SELECT role, line, name, framework, period, value, basis FROM best
ORDER BY role, line, period
