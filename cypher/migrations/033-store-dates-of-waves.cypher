// Dates were text. Made again until none is left: a transaction holds so many at a time.
MATCH (wave:Wave)
WHERE wave.date IS :: STRING NOT NULL AND wave.date =~ '\\d{4}-\\d{2}-\\d{2}'
WITH wave LIMIT 10000
SET wave.date = date(wave.date)
RETURN count(wave) AS converted
