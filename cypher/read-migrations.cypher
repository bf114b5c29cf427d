MATCH (migration:Migration)
RETURN migration.number AS number, migration.name AS name
ORDER BY number
