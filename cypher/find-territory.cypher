MATCH (territory:Territory {id: $territory})
RETURN
  territory.revision AS revision,
  territory.incarnation AS incarnation,
  territory.secret AS secret,
  coalesce(territory.updatedAt, '') AS updatedAt
