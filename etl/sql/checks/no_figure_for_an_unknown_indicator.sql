-- Every published figure is of an indicator of its framework.
SELECT DISTINCT framework, indicator FROM observation ANTI JOIN indicator USING (framework, indicator)
