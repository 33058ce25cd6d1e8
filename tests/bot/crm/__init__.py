"""What is told of reading exports."""
