MATCH ()-[relationship:TIE|TAKES_PART|ON_ROSTER]->()
WHERE relationship.territory = $territory
SET relationship.territory = $to
