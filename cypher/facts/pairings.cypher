// read
MATCH (actor:Actor)-[rule:AT_TABLE_WITH]->(other:Actor)
WHERE rule.territory = $territory AND rule.key IS NOT NULL
RETURN properties(rule) AS properties, actor.id AS actor, other.id AS other;

// put
UNWIND $rows AS row
MATCH (actor:Actor {territory: $territory, id: row.actor})
MATCH (other:Actor {territory: $territory, id: row.other})
MERGE (actor)-[rule:AT_TABLE_WITH {territory: $territory, key: row.key}]->(other)
SET rule += row.properties
RETURN count(rule) AS written;

// remove
UNWIND $rows AS row
MATCH ()-[rule:AT_TABLE_WITH {territory: $territory, key: row.key}]->()
DELETE rule
RETURN count(*) AS written;

// rename
MATCH ()-[rule:AT_TABLE_WITH]->()
WHERE rule.territory = $territory
SET rule.territory = $to;
