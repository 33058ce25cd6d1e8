"""Tests of the feature of the same name."""
