UNWIND $rows AS row
MATCH (word:Word {territory: $territory, vocabulary: row.vocabulary, id: row.id})
DETACH DELETE word
RETURN count(*) AS written
