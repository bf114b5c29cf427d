CREATE CONSTRAINT space_id IF NOT EXISTS
FOR (s:Space) REQUIRE (s.territory, s.id) IS UNIQUE
