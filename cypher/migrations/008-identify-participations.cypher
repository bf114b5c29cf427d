CREATE CONSTRAINT takes_part_key IF NOT EXISTS
FOR ()-[p:TAKES_PART]-() REQUIRE (p.territory, p.key) IS UNIQUE
