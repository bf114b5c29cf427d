CREATE CONSTRAINT commit_revision IF NOT EXISTS
FOR (commit:Commit) REQUIRE (commit.territory, commit.revision) IS UNIQUE
