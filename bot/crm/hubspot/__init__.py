"""HubSpot, spoken to by its date-versioned API."""
