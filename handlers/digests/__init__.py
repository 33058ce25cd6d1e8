"""The weekly digest: one truth for both channels, and what each of them owes."""
