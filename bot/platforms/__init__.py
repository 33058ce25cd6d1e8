"""The chat platforms, each behind the same port."""
