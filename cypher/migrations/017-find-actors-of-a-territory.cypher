CREATE INDEX actor_territory IF NOT EXISTS
FOR (actor:Actor) ON (actor.territory)
