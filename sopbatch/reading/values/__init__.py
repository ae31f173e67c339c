"""One parser per kind of value: raw text in, meaning and flags out."""
