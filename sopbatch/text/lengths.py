"""Minutes in, as people say them out."""

from sopbatch.model import Settings

SECONDS = 60
MINUTES_PER_HOUR = 60
MINUTES_PER_CALENDAR_DAY = 1440


def format_minutes(minutes: float, settings: Settings) -> str:
    """Working minutes in the largest exact mix: "2 hari kerja 3 jam 30 menit"."""
    return _mix(minutes, settings.minutes_per_day, "hari kerja")


def format_elapsed(minutes: float) -> str:
    """Calendar minutes in the largest exact mix: "1 hari kalender 12 jam"."""
    return _mix(minutes, MINUTES_PER_CALENDAR_DAY, "hari kalender")


def _mix(minutes: float, minutes_per_day: int, day: str) -> str:
    whole, seconds = divmod(round(minutes * SECONDS), SECONDS)
    days, whole = divmod(whole, minutes_per_day) if minutes_per_day > 0 else (0, whole)
    hours, whole = divmod(whole, MINUTES_PER_HOUR)
    parts = ((days, day), (hours, "jam"), (whole, "menit"), (seconds, "detik"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"
