"""Measures what was promised about speed and memory, each beside a baseline of the same run."""
