"""Slack: its doors, what is drawn there, and what is sent."""
