CREATE TEXT INDEX actor_name_text IF NOT EXISTS
FOR (actor:Actor) ON (actor.name)
