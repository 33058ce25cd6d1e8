"""Microsoft Teams: its door, what is drawn there, and what is sent."""
