"""Tables of monitoring and evaluation, and the yearly report over both, to be signed."""
