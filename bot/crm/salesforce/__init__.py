"""Salesforce's leads, over its REST API."""
