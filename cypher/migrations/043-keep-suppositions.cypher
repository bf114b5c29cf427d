CREATE CONSTRAINT supposed_key IF NOT EXISTS
FOR ()-[supposed:SUPPOSED]-() REQUIRE (supposed.territory, supposed.key) IS UNIQUE;

CREATE INDEX supposed_territory IF NOT EXISTS
FOR ()-[supposed:SUPPOSED]-() ON (supposed.territory)
