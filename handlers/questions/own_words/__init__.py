"""Say it your way: a rep's own words become a proposed outcome, reason and date."""
