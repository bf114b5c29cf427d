// read
MATCH (actor:Actor)-[attachment:NAMED_EMBLEM_AT]->(seminar:Seminar)
WHERE attachment.territory = $territory AND attachment.key IS NOT NULL
RETURN properties(attachment) AS properties, actor.id AS actor, seminar.id AS seminar;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (seminar:Seminar {territory: $territory, id: row.seminar})
MERGE (actor)-[attachment:NAMED_EMBLEM_AT {territory: $territory, key: row.key}]->(seminar)
SET attachment += row.properties
RETURN count(attachment) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[attachment:NAMED_EMBLEM_AT {territory: $territory, key: row.key}]->()
DELETE attachment
RETURN count(*) AS written;

// rename
MATCH ()-[attachment:NAMED_EMBLEM_AT]->()
WHERE attachment.territory = $territory
SET attachment.territory = $to;
