CREATE CONSTRAINT takes_part_key IF NOT EXISTS
FOR ()-[part:TAKES_PART]-() REQUIRE (part.territory, part.key) IS UNIQUE
