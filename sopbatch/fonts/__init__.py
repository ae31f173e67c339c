"""Liberation Sans, metric-compatible with Arial: every machine measures and draws the same."""
