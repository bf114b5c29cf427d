MATCH (space:Space)
WHERE space.start IS :: STRING NOT NULL AND space.start =~ '\\d{4}-\\d{2}-\\d{2}'
WITH space LIMIT 10000
SET space.start = date(space.start)
RETURN count(space) AS converted
