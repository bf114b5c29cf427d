CREATE CONSTRAINT space_id IF NOT EXISTS
FOR (space:Space) REQUIRE (space.territory, space.id) IS UNIQUE
