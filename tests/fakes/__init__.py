"""Stand-ins of the outside world that keep its rules."""
