// Whoever else locks this territory waits until the transaction ends. A property that comes and goes takes the lock and
// leaves nothing behind. One that stays would be written with what was read before the lock was there.
MATCH (territory:Territory {id: $territory})
SET territory.lock = true
REMOVE territory.lock
