"""What sales says of a lead's quality, and what marketing does about it."""
