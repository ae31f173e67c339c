"""Papers of agencies that are tables: needs, steps of drafting, monitoring, evaluation, minutes."""
