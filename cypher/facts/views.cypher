// read
MATCH (view:View)
WHERE view.territory = $territory AND view.id IS NOT NULL
RETURN properties(view) AS properties;

// put
UNWIND $rows AS row
MERGE (view:View {territory: $territory, id: row.id})
SET view += row.properties
RETURN count(view) AS written;

// remove
UNWIND $rows AS row
MATCH (view:View {territory: $territory, id: row.id})
DETACH DELETE view
RETURN count(*) AS written;

// rename
MATCH (view:View)
WHERE view.territory = $territory
SET view.territory = $to;

// erase
MATCH (view:View)
WHERE view.territory = $territory AND view.id IS NOT NULL
DETACH DELETE view;
