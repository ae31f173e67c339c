"""What may stand beside the digits of a NIP, for the reader and for the form."""

NIP_LABELS = ("nippppk", "nipppk", "ni pppk", "nippk", "nipk", "ni pk", "nip")
"""Anywhere, in lower case; a longer one before those that it holds."""
NIP_SIGNS = " .'/_-"
"""Between the digits."""
SERVICE_LABEL = "NRP"
"""In front of the number of an officer of the police or the army, who has no NIP."""
FEWEST_OF_SERVICE = 5
"""Digits of such a number; it has at most as many as a NIP."""


def labelled(number: str) -> str:
    """A number as it stands under a signature: “NIP 1970…”, or “NRP 7102…” as it is."""
    return number if number.startswith(SERVICE_LABEL) or not number else f"NIP {number}"
