CREATE INDEX word_territory IF NOT EXISTS
FOR (word:Word) ON (word.territory)
