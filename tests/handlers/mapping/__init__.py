"""The mapping of the CRM's words and fields."""
