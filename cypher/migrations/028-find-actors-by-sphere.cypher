CREATE INDEX actor_sphere IF NOT EXISTS
FOR (actor:Actor) ON (actor.territory, actor.sphere)
