CREATE CONSTRAINT word_id IF NOT EXISTS
FOR (word:Word) REQUIRE (word.territory, word.vocabulary, word.id) IS UNIQUE
