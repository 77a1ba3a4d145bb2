-- An interval runs upwards within its universe, and shares are shares.
SELECT *
FROM rank_interval
WHERE NOT (1 <= p05 AND p05 <= p50 AND p50 <= p95 AND p95 <= universe AND rank BETWEEN 1 AND universe)
   OR NOT (p_top3 BETWEEN 0 AND p_top10 AND p_top10 <= 1 AND coalesce(p_rose + p_fell, 0) BETWEEN 0 AND 1 + 1e-9)
