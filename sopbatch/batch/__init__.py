"""The weekly run and the officer's own check: the only part that knows all the others.

Nothing is imported here, so that worker processes load only what their jobs need.
"""
