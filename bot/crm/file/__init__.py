"""Reads what CRMs export as CSV and XLSX."""
