"""Keeps the CRM true: asks reps about stale fields, and writes back what they confirm."""
