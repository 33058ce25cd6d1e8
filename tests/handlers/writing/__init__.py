"""Tests of what goes back to the CRM."""
