"""Tasks of worker processes, and how products are made by them."""
