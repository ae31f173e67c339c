"""Colours of what is found, on a terminal."""

from sopbatch.model import Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
