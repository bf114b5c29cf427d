// read
MATCH (word:Word)
WHERE word.territory = $territory AND word.vocabulary IS NOT NULL AND word.id IS NOT NULL
RETURN properties(word) AS properties;

// put
UNWIND $rows AS row
MERGE (word:Word {territory: $territory, vocabulary: row.vocabulary, id: row.id})
SET word += row.properties
RETURN count(word) AS written;

// remove
UNWIND $rows AS row
MATCH (word:Word {territory: $territory, vocabulary: row.vocabulary, id: row.id})
DETACH DELETE word
RETURN count(*) AS written;

// rename
MATCH (word:Word)
WHERE word.territory = $territory
SET word.territory = $to;

// erase
MATCH (word:Word)
WHERE word.territory = $territory AND word.vocabulary IS NOT NULL AND word.id IS NOT NULL
DETACH DELETE word;
