-- Every figure leads back to a cell.
SELECT * FROM observation WHERE cell = '' OR sheet = '' OR workbook = ''
