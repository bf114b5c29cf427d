CREATE INDEX space_territory IF NOT EXISTS
FOR (space:Space) ON (space.territory)
