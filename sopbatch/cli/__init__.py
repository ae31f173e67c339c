"""The command line: Indonesian commands for operators and officers."""

from sopbatch.cli.app import main

__all__ = ["main"]
