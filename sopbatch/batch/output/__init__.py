"""The output folder: its names, its lock, its archive, and publishing into it."""
