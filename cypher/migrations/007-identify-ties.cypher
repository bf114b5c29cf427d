CREATE CONSTRAINT tie_key IF NOT EXISTS
FOR ()-[tie:TIE]-() REQUIRE (tie.territory, tie.key) IS UNIQUE
