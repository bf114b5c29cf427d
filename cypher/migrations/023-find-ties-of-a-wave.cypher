CREATE INDEX tie_wave IF NOT EXISTS
FOR ()-[tie:TIE]-() ON (tie.territory, tie.wave)
