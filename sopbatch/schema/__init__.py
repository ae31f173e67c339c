"""Each workbook kind and version, declared once: fields, places, statuses, lists."""
