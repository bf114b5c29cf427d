MATCH (word:Word)
WHERE word.territory = $territory AND word.vocabulary IS NOT NULL AND word.id IS NOT NULL
DETACH DELETE word
