"""What both teams call a qualified lead."""
