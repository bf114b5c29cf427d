CREATE TEXT INDEX space_name_text IF NOT EXISTS
FOR (space:Space) ON (space.name)
