"""The command line: Indonesian commands for operators and officers."""

from sopbatch.cli.start import main

__all__ = ["main"]
