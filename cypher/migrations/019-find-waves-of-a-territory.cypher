CREATE INDEX wave_territory IF NOT EXISTS
FOR (wave:Wave) ON (wave.territory)
