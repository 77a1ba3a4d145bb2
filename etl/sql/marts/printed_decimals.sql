-- One row per indicator of one framework and period that a source prints: with how many decimals at most.
SELECT indicator, max(decimals) AS decimals
FROM observation
WHERE framework = $framework AND period = $period AND assessor = 'published'
GROUP BY indicator
