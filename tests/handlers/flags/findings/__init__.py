"""What many flags have in common: gathered, counted, shown and decided."""
