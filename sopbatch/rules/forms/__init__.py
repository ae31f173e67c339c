"""Rules about workbooks of the family besides SOPs: those of every kind, a room for each kind."""
