-- Version 3: receipt may close within a day; file.first_seen may then carry the time as well.

ALTER TABLE run ADD COLUMN until TEXT NOT NULL DEFAULT '';     -- HH:MM when receipt closed; '' at the end of the day
