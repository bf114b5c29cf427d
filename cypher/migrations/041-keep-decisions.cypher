CREATE CONSTRAINT decision_id IF NOT EXISTS
FOR (decision:Decision) REQUIRE (decision.territory, decision.id) IS UNIQUE;

CREATE INDEX decision_territory IF NOT EXISTS
FOR (decision:Decision) ON (decision.territory);

CREATE CONSTRAINT asked_by_key IF NOT EXISTS
FOR ()-[step:ASKED_BY]-() REQUIRE (step.territory, step.key) IS UNIQUE;

CREATE INDEX asked_by_territory IF NOT EXISTS
FOR ()-[step:ASKED_BY]-() ON (step.territory)
