CREATE CONSTRAINT wave_id IF NOT EXISTS
FOR (wave:Wave) REQUIRE (wave.territory, wave.id) IS UNIQUE
