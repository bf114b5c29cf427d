CREATE CONSTRAINT on_roster_key IF NOT EXISTS
FOR ()-[entry:ON_ROSTER]-() REQUIRE (entry.territory, entry.key) IS UNIQUE
