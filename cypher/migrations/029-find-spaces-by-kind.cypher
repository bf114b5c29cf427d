CREATE INDEX space_kind IF NOT EXISTS
FOR (space:Space) ON (space.territory, space.kind)
