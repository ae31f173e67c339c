"""What may stand beside the digits of a NIP, for the reader and for the form."""

NIP_LABELS = ("nippppk", "nipppk", "ni pppk", "nippk", "nipk", "ni pk", "nip")
"""Anywhere, in lower case; a longer one before those that it holds."""
NIP_SIGNS = " .'/_-"
"""Between the digits."""
