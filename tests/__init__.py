"""The specification."""

import os
import sys

# Hundreds of processes load one program: it is compiled once, also where machines are told not to
# keep that, as containers are.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
