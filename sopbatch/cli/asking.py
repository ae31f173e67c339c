"""What is asked of whoever sits at the terminal; output stays clean of it."""

import sys

YES = ("y", "ya")


def can_ask() -> bool:
    """Whether anybody can be asked: a scheduler has no terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def says_yes(question: str) -> bool:
    """Ask, and wait for the answer; all but a yes is a no."""
    print(f"{question} [y/T] ", end="", file=sys.stderr, flush=True)  # noqa: T201 - asked
    return sys.stdin.readline().strip().casefold() in YES
