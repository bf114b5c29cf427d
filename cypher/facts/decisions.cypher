// read
MATCH (decision:Decision)
WHERE decision.territory = $territory AND decision.id IS NOT NULL
RETURN properties(decision) AS properties;

// put
UNWIND $rows AS row
MERGE (decision:Decision {territory: $territory, id: row.id})
SET decision += row.properties
RETURN count(decision) AS written;

// remove
UNWIND $rows AS row
MATCH (decision:Decision {territory: $territory, id: row.id})
DETACH DELETE decision
RETURN count(*) AS written;

// rename
MATCH (decision:Decision)
WHERE decision.territory = $territory
SET decision.territory = $to;

// erase
MATCH (decision:Decision)
WHERE decision.territory = $territory AND decision.id IS NOT NULL
DETACH DELETE decision;
