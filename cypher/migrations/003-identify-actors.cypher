CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (actor:Actor) REQUIRE (actor.territory, actor.id) IS UNIQUE
