MATCH (:Actor)-[tie:TIE]->(:Actor)
WHERE tie.since IS :: STRING NOT NULL AND tie.since =~ '\\d{4}-\\d{2}-\\d{2}'
WITH tie LIMIT 10000
SET tie.since = date(tie.since)
RETURN count(tie) AS converted
