UNWIND $rows AS row
MERGE (word:Word {territory: $territory, vocabulary: row.vocabulary, id: row.id})
SET word += row.properties
RETURN count(word) AS written
