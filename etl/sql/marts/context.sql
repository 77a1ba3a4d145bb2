-- One row per unit of one universe with its context: the newest figure of each kind up to one period, and its year. Units
-- of the 34 take the sum of their constituents' populations, and means weighted by them, where all are known.
WITH newest AS (
    SELECT province_code, max_by(population, period) FILTER (population IS NOT NULL) AS population,
           max_by(grdp_per_head, period) FILTER (grdp_per_head IS NOT NULL) AS grdp_per_head,
           max_by(urban_share, period) FILTER (urban_share IS NOT NULL) AS urban_share, max(period) AS context_period
    FROM context
    WHERE period <= $period
    GROUP BY province_code
),
merged AS (
    SELECT merger.new_code AS province_code, sum(population) AS population,
           sum(grdp_per_head * population) / sum(population) AS grdp_per_head,
           sum(urban_share * population) / sum(population) AS urban_share,
           max(context_period) AS context_period, count(*) = count(grdp_per_head) AND count(*) = count(population) AS whole,
           count(*) = count(urban_share) AS urban_known
    FROM merger
    LEFT JOIN newest ON newest.province_code = merger.old_code
    GROUP BY merger.new_code
),
unit AS (
    SELECT 63 AS universe, province_code, population, grdp_per_head, urban_share, context_period FROM newest
    UNION ALL
    SELECT 34, province_code, CASE WHEN whole THEN population END, CASE WHEN whole THEN grdp_per_head END,
           CASE WHEN whole AND urban_known THEN urban_share END, context_period
    FROM merged
)
SELECT unit.province_code, population, grdp_per_head, urban_share, context_period,
       array_to_string(province.regions, '|') AS regions
FROM unit
JOIN province USING (universe, province_code)
WHERE universe = $universe
ORDER BY province.sort_key
