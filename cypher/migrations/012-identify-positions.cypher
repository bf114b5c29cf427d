CREATE CONSTRAINT position_id IF NOT EXISTS
FOR (position:Position) REQUIRE (position.territory, position.noun, position.id) IS UNIQUE
