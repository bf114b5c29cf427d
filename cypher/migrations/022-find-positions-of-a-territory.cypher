CREATE INDEX position_territory IF NOT EXISTS
FOR (position:Position) ON (position.territory)
