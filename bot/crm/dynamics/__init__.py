"""Dynamics 365 Sales, spoken to by the Dataverse Web API."""
