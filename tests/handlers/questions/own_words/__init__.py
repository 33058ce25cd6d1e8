"""Tests of a rep's own words."""
