MERGE (migration:Migration {number: $number})
ON CREATE SET migration.name = $name, migration.appliedAt = toString(datetime.transaction())
