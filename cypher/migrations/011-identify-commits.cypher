CREATE CONSTRAINT commit_key IF NOT EXISTS
FOR (commit:Commit) REQUIRE (commit.territory, commit.key) IS UNIQUE
