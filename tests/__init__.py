"""Sentences about what Leadloop does, floor by floor."""
