CREATE INDEX space_start IF NOT EXISTS
FOR (space:Space) ON (space.territory, space.start)
