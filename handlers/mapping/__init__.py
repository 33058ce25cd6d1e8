"""What the CRM's words and fields mean in this company: proposed from its own labels, decided by a person."""
