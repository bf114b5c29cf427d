MATCH (position:Position {territory: $territory, noun: 'actor', id: $actor})
DELETE position
