MATCH (node:Position|Commit)
WHERE node.territory = $territory
SET node.territory = $to
