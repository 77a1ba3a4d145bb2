-- One row per warning that reading the bundled workbooks raised, other than cells that their authors left empty.
SELECT workbook, sheet, cell, CASE WHEN $lang = 'vi' THEN message_vi ELSE message_en END AS message
FROM problem
WHERE rule <> 'missing-value'
ORDER BY ALL
