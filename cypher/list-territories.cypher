MATCH (territory:Territory)
WHERE territory.id IS NOT NULL
MATCH (commit:Commit {territory: territory.id, revision: territory.revision})
RETURN
  territory.id AS id,
  territory.revision AS revision,
  commit.at AS updatedAt,
  properties(territory) AS properties,
  COUNT { (actor:Actor) WHERE actor.territory = territory.id AND actor.id IS NOT NULL } AS actors,
  COUNT { (space:Space) WHERE space.territory = territory.id AND space.id IS NOT NULL } AS spaces,
  COUNT { (wave:Wave) WHERE wave.territory = territory.id AND wave.id IS NOT NULL } AS waves,
  COUNT { ()-[tie:TIE]->() WHERE tie.territory = territory.id AND tie.key IS NOT NULL } AS ties,
  COUNT { ()-[part:TAKES_PART]->() WHERE part.territory = territory.id AND part.key IS NOT NULL } AS participations
