"""What the two teams do with each other, put together."""
