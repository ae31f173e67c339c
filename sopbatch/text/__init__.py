"""Text as every floor above takes it: compared, measured, wrapped, printed, worded, made a name."""
