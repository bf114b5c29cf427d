CREATE CONSTRAINT tie_key IF NOT EXISTS
FOR ()-[t:TIE]-() REQUIRE (t.territory, t.key) IS UNIQUE
