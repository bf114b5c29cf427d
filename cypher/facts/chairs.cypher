// read
MATCH (chair:Chair)
WHERE chair.territory = $territory AND chair.id IS NOT NULL
RETURN properties(chair) AS properties;

// put
UNWIND $rows AS row
MERGE (chair:Chair {territory: $territory, id: row.id})
SET chair += row.properties
RETURN count(chair) AS written;

// remove
UNWIND $rows AS row
MATCH (chair:Chair {territory: $territory, id: row.id})
DETACH DELETE chair
RETURN count(*) AS written;

// rename
MATCH (chair:Chair)
WHERE chair.territory = $territory
SET chair.territory = $to;

// erase
MATCH (chair:Chair)
WHERE chair.territory = $territory AND chair.id IS NOT NULL
DETACH DELETE chair;
