"""Rules about executors, the lanes of the flowchart."""
