-- One row per node of one framework in the order of the decree: what a Framework is made of.
SELECT indicator AS code, parent, max_points AS weight, direction, level, aggregation
FROM indicator
WHERE framework = $framework
ORDER BY position
