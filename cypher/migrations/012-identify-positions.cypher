CREATE CONSTRAINT position_id IF NOT EXISTS
FOR (p:Position) REQUIRE (p.territory, p.noun, p.id) IS UNIQUE
