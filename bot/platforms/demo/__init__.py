"""The browser demo: a chat of its own, spoken to like any other platform."""
