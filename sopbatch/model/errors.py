"""What the operator can mend: one clear Indonesian sentence, exit code 2."""


class SopbatchError(Exception):
    """An operator's mistake; its text is shown as it stands and nothing is half written."""

    lines: tuple[str, ...] = ()
    """What is to be shown below the sentence, line by line."""
