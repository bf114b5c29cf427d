CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (a:Actor) REQUIRE (a.territory, a.id) IS UNIQUE
