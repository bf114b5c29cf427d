CREATE INDEX takes_part_territory IF NOT EXISTS
FOR ()-[part:TAKES_PART]-() ON (part.territory)
