CREATE INDEX space_end IF NOT EXISTS
FOR (space:Space) ON (space.territory, space.end)
