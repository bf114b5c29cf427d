CREATE CONSTRAINT word_id IF NOT EXISTS
FOR (w:Word) REQUIRE (w.territory, w.vocabulary, w.id) IS UNIQUE
