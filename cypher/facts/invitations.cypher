// read
MATCH (actor:Actor)-[invitation:INVITED_TO]->(seminar:Seminar)
WHERE invitation.territory = $territory AND invitation.key IS NOT NULL
RETURN properties(invitation) AS properties, actor.id AS actor, seminar.id AS seminar;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (seminar:Seminar {territory: $territory, id: row.seminar})
MERGE (actor)-[invitation:INVITED_TO {territory: $territory, key: row.key}]->(seminar)
SET invitation += row.properties
RETURN count(invitation) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[invitation:INVITED_TO {territory: $territory, key: row.key}]->()
DELETE invitation
RETURN count(*) AS written;

// rename
MATCH ()-[invitation:INVITED_TO]->()
WHERE invitation.territory = $territory
SET invitation.territory = $to;
