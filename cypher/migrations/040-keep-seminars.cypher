CREATE CONSTRAINT seminar_id IF NOT EXISTS
FOR (seminar:Seminar) REQUIRE (seminar.territory, seminar.id) IS UNIQUE;

CREATE INDEX seminar_territory IF NOT EXISTS
FOR (seminar:Seminar) ON (seminar.territory);

CREATE CONSTRAINT invited_to_key IF NOT EXISTS
FOR ()-[invitation:INVITED_TO]-() REQUIRE (invitation.territory, invitation.key) IS UNIQUE;

CREATE INDEX invited_to_territory IF NOT EXISTS
FOR ()-[invitation:INVITED_TO]-() ON (invitation.territory);

CREATE CONSTRAINT at_table_with_key IF NOT EXISTS
FOR ()-[rule:AT_TABLE_WITH]-() REQUIRE (rule.territory, rule.key) IS UNIQUE;

CREATE INDEX at_table_with_territory IF NOT EXISTS
FOR ()-[rule:AT_TABLE_WITH]-() ON (rule.territory);

CREATE CONSTRAINT chair_id IF NOT EXISTS
FOR (chair:Chair) REQUIRE (chair.territory, chair.id) IS UNIQUE;

CREATE INDEX chair_territory IF NOT EXISTS
FOR (chair:Chair) ON (chair.territory)
