"""Rules about any text an officer wrote: misspelt, left over, pasted, unprintable."""
