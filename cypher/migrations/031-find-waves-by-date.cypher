CREATE INDEX wave_date IF NOT EXISTS
FOR (wave:Wave) ON (wave.territory, wave.date)
