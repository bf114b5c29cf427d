MATCH (:Actor)-[tie:TIE]->(:Actor)
WHERE tie.lastContact IS :: STRING NOT NULL AND tie.lastContact =~ '\\d{4}-\\d{2}-\\d{2}'
WITH tie LIMIT 10000
SET tie.lastContact = date(tie.lastContact)
RETURN count(tie) AS converted
