CREATE INDEX on_roster_territory IF NOT EXISTS
FOR ()-[entry:ON_ROSTER]-() ON (entry.territory)
