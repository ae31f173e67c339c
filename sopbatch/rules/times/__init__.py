"""Rules about Waktu."""
