UNWIND $rows AS row
MATCH (commit:Commit {territory: $territory, revision: row.revision})
SET commit.changes = row.changes, commit.inverse = row.inverse
RETURN count(commit) AS written
