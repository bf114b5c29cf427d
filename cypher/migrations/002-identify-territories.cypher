CREATE CONSTRAINT territory_id IF NOT EXISTS
FOR (territory:Territory) REQUIRE territory.id IS UNIQUE
