-- Version 4: what was received once counts until it is replaced or withdrawn.

ALTER TABLE receipt ADD COLUMN origin TEXT NOT NULL DEFAULT 'masukan';  -- where it lay: masukan, arsip
ALTER TABLE held ADD COLUMN origin TEXT NOT NULL DEFAULT 'masukan';
