"""Rules about the rows of the procedure table."""
