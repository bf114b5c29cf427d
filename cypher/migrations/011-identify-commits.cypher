CREATE CONSTRAINT commit_key IF NOT EXISTS
FOR (c:Commit) REQUIRE (c.territory, c.key) IS UNIQUE
