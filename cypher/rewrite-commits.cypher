UNWIND $rows AS row
MATCH (c:Commit {territory: $territory, revision: row.revision})
SET c.changes = row.changes, c.inverse = row.inverse
RETURN count(c) AS written
