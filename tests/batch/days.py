"""Days that tests of whole runs share."""

from datetime import date

DAY = date(2026, 7, 6)
