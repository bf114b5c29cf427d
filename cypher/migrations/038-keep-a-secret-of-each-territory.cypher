// What findings are named under: made once, by chance, for territories that had none.
MATCH (territory:Territory)
WHERE territory.secret IS NULL
SET territory.secret = randomUUID() + randomUUID()
