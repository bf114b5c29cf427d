// Whoever else locks this territory waits until the transaction ends. A property that comes and goes takes the lock and
// leaves nothing; it must not be set to a value read before the lock was there.
MATCH (t:Territory {id: $territory})
SET t.lock = true
REMOVE t.lock
