"""What the operator asks for: a run, a check, a report of the past, templates, history restored."""
