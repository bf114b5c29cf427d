MATCH (space:Space)
WHERE space.end IS :: STRING NOT NULL AND space.end =~ '\\d{4}-\\d{2}-\\d{2}'
WITH space LIMIT 10000
SET space.end = date(space.end)
RETURN count(space) AS converted
