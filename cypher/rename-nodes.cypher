MATCH (node:Actor|Space|Wave|Word|Position|Commit)
WHERE node.territory = $territory
SET node.territory = $to
