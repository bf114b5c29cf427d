// read
MATCH (pin:Pin)
WHERE pin.territory = $territory AND pin.id IS NOT NULL
RETURN properties(pin) AS properties;

// put
UNWIND $rows AS row
MERGE (pin:Pin {territory: $territory, layout: row.layout, noun: row.noun, id: row.id})
SET pin += row.properties
RETURN count(pin) AS written;

// remove
UNWIND $rows AS row
MATCH (pin:Pin {territory: $territory, layout: row.layout, noun: row.noun, id: row.id})
DETACH DELETE pin
RETURN count(*) AS written;

// rename
MATCH (pin:Pin)
WHERE pin.territory = $territory
SET pin.territory = $to;

// erase
MATCH (pin:Pin)
WHERE pin.territory = $territory AND pin.id IS NOT NULL
DETACH DELETE pin;
