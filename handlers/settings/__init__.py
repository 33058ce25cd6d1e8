"""What people decide about themselves, and administrators about the company's channels."""
