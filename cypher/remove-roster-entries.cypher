UNWIND $rows AS row
MATCH ()-[entry:ON_ROSTER {territory: $territory, key: row.key}]->()
DELETE entry
RETURN count(*) AS written
