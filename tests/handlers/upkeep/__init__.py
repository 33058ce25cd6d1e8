"""What keeps the CRM true, and what the week was like: tried together at every door."""
