CREATE CONSTRAINT view_id IF NOT EXISTS
FOR (view:View) REQUIRE (view.territory, view.id) IS UNIQUE;

CREATE INDEX view_territory IF NOT EXISTS
FOR (view:View) ON (view.territory)
