CREATE INDEX commit_territory IF NOT EXISTS
FOR (commit:Commit) ON (commit.territory)
