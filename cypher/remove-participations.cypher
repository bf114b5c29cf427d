UNWIND $rows AS row
MATCH ()-[part:TAKES_PART {territory: $territory, key: row.key}]->()
DELETE part
RETURN count(*) AS written
