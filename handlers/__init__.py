"""The heart: what Leadloop does when somebody says or presses something, in plain Python."""
