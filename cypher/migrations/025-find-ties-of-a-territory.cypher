CREATE INDEX tie_territory IF NOT EXISTS
FOR ()-[tie:TIE]-() ON (tie.territory)
