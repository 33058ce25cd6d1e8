"""The street: wiring, and the world outside."""
