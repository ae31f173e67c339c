"""Rules between files: versions of one SOP, SOPs of one unit, the plan."""
