// read
MATCH (actor:Actor)-[step:ASKED_BY]->(decision:Decision)
WHERE step.territory = $territory AND step.key IS NOT NULL
RETURN properties(step) AS properties, actor.id AS actor, decision.id AS decision;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (decision:Decision {territory: $territory, id: row.decision})
MERGE (actor)-[step:ASKED_BY {territory: $territory, key: row.key}]->(decision)
SET step += row.properties
RETURN count(step) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[step:ASKED_BY {territory: $territory, key: row.key}]->()
DELETE step
RETURN count(*) AS written;

// rename
MATCH ()-[step:ASKED_BY]->()
WHERE step.territory = $territory
SET step.territory = $to;
