CREATE CONSTRAINT on_roster_key IF NOT EXISTS
FOR ()-[r:ON_ROSTER]-() REQUIRE (r.territory, r.key) IS UNIQUE
