// read
MATCH (challenge:Challenge)
WHERE challenge.territory = $territory AND challenge.id IS NOT NULL
RETURN properties(challenge) AS properties;

// put
UNWIND $rows AS row
MERGE (challenge:Challenge {territory: $territory, id: row.id})
SET challenge += row.properties
RETURN count(challenge) AS written;

// remove
UNWIND $rows AS row
MATCH (challenge:Challenge {territory: $territory, id: row.id})
DETACH DELETE challenge
RETURN count(*) AS written;

// rename
MATCH (challenge:Challenge)
WHERE challenge.territory = $territory
SET challenge.territory = $to;

// erase
MATCH (challenge:Challenge)
WHERE challenge.territory = $territory AND challenge.id IS NOT NULL
DETACH DELETE challenge;
