CREATE INDEX takes_part_wave IF NOT EXISTS
FOR ()-[part:TAKES_PART]-() ON (part.territory, part.wave)
