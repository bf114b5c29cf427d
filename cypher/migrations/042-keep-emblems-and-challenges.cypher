CREATE CONSTRAINT challenge_id IF NOT EXISTS
FOR (challenge:Challenge) REQUIRE (challenge.territory, challenge.id) IS UNIQUE;

CREATE INDEX challenge_territory IF NOT EXISTS
FOR (challenge:Challenge) ON (challenge.territory);

CREATE CONSTRAINT named_emblem_at_key IF NOT EXISTS
FOR ()-[attachment:NAMED_EMBLEM_AT]-() REQUIRE (attachment.territory, attachment.key) IS UNIQUE;

CREATE INDEX named_emblem_at_territory IF NOT EXISTS
FOR ()-[attachment:NAMED_EMBLEM_AT]-() ON (attachment.territory);

CREATE CONSTRAINT backs_key IF NOT EXISTS
FOR ()-[backing:BACKS]-() REQUIRE (backing.territory, backing.key) IS UNIQUE;

CREATE INDEX backs_territory IF NOT EXISTS
FOR ()-[backing:BACKS]-() ON (backing.territory)
