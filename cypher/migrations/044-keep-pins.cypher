CREATE CONSTRAINT pin_id IF NOT EXISTS
FOR (pin:Pin) REQUIRE (pin.territory, pin.layout, pin.noun, pin.id) IS UNIQUE;

CREATE INDEX pin_territory IF NOT EXISTS
FOR (pin:Pin) ON (pin.territory)
