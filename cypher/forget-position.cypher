MATCH (p:Position {territory: $territory, noun: 'actor', id: $actor})
DELETE p
