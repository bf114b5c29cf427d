CREATE CONSTRAINT commit_revision IF NOT EXISTS
FOR (c:Commit) REQUIRE (c.territory, c.revision) IS UNIQUE
