UNWIND $rows AS row
MATCH ()-[tie:TIE {territory: $territory, key: row.key}]->()
DELETE tie
RETURN count(*) AS written
