"""Documents of service standards: table, decree, leaflet, pledge, minutes, lists, evidence.

Values and printing keep apart, as for letters: whoever fills `values` loads nothing that typesets.
What prints stands in `printing`.
"""
