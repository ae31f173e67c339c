"""What was noticed while a value was read: how sure its meaning is, and what was put right."""

from enum import StrEnum


class Flag(StrEnum):
    """One thing noticed; a value has any number of them."""

    # Of dates.
    ENGLISH_MONTH = "english_month"
    OLD_SPELLING = "old_spelling"
    MISSPELT_MONTH = "misspelt_month"
    DAY_MONTH_ASSUMED = "day_month_assumed"
    """Day and month may be exchanged."""
    PLACE = "place"
    """A place stands before the date."""
    WEEKDAY_MISMATCH = "weekday_mismatch"

    # Of dates and numbers.
    TWO_DIGIT_YEAR = "two_digit_year"

    # Of times.
    APPROX = "approx"
    UPPER_BOUND = "upper_bound"
    LOWER_BOUND = "lower_bound"
    MISSPELT_UNIT = "misspelt_unit"
    SEVERAL = "several"
    """Times of several, in words that make no single form of them."""
    JOINED_DIGITS = "joined_digits"
    """A number and its unit stand without a blank between."""
    CLOCK_LIKE = "clock_like"
    """A length written as a time of day, “00:30”."""
    SPELT_OTHERWISE = "spelt_otherwise"
    """A number in digits with another one in words, “2 (tiga) hari”."""
    LESSON = "lesson"
    """Lessons of which nobody says how long one is."""
    UNQUALIFIED_DAY = "unqualified_day"
    """A day that is called neither working day nor calendar day."""
    RANGE = "range"
    ZERO = "zero"

    # Of numbers of SOPs.
    LETTER_IN_YEAR = "letter_in_year"
    EMPTY_SEGMENT = "empty_segment"

    # Of citations.
    MISSPELT_TENTANG = "misspelt_tentang"
    WITHOUT_TENTANG = "without_tentang"
    ISSUER_UNCLEAR = "issuer_unclear"
    FRAGMENT = "fragment"
    """A part of a citation, torn off by a line break."""
    LETTER = "letter"
    """A letter, which is no regulation."""

    # Of civil servant numbers.
    IMPLAUSIBLE_AGE = "implausible_age"


Flags = frozenset[Flag]
NO_FLAGS: Flags = frozenset()
