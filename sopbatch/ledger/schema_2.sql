-- Version 2: what a report of any past week can be rebuilt and compared from.

ALTER TABLE run ADD COLUMN build TEXT NOT NULL DEFAULT '';     -- digest of the program's own files
ALTER TABLE run ADD COLUMN inputs TEXT NOT NULL DEFAULT '';    -- digest of files, register, date and version; printed in the report
ALTER TABLE run ADD COLUMN register TEXT NOT NULL DEFAULT '';  -- sha256 of the register; '' without one
ALTER TABLE run ADD COLUMN register_name TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN report TEXT NOT NULL DEFAULT '';    -- sha256 of the report workbook

CREATE TABLE total (                  -- completion after a run; one row per run since version 2
    run INTEGER PRIMARY KEY REFERENCES run (id),
    planned INTEGER NOT NULL,
    received INTEGER NOT NULL,
    outside_plan INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    compiled INTEGER NOT NULL,
    ratified INTEGER NOT NULL,
    planned_complete INTEGER NOT NULL,
    planned_compiled INTEGER NOT NULL,
    planned_ratified INTEGER NOT NULL,
    within_review INTEGER NOT NULL,   -- ratified, and the day of review has not passed
    planned_within_review INTEGER NOT NULL,
    to_correct INTEGER NOT NULL,      -- status Perlu Perbaikan
    late INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL
) STRICT;

CREATE TABLE decision (               -- which version of an SOP counts, and why
    run INTEGER NOT NULL REFERENCES run (id),
    sop TEXT NOT NULL,
    sha256 TEXT NOT NULL,             -- '' when nothing was sent
    reason TEXT NOT NULL,
    PRIMARY KEY (run, sop)
) STRICT;

CREATE TABLE change (                 -- statuses that differ from those of the last report of an earlier week
    run INTEGER NOT NULL REFERENCES run (id),
    sop TEXT NOT NULL,
    before TEXT NOT NULL,             -- '' when the SOP was not known
    after TEXT NOT NULL,
    since TEXT NOT NULL,              -- day of decision, coming into force or receipt; '' when nothing tells it
    origin TEXT NOT NULL,             -- inventaris, perangkat daerah, Biro Organisasi, mesin
    PRIMARY KEY (run, sop)
) STRICT;

CREATE TABLE document (               -- what a run wrote for a content
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,               -- dokumen, dikembalikan, svg, drawio
    path TEXT NOT NULL,               -- below the output folder, with "/"
    PRIMARY KEY (run, sha256, kind)
) STRICT;

CREATE TABLE held (                   -- came after the report date: belongs to a later report
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    name TEXT NOT NULL,
    PRIMARY KEY (run, sha256, name)
) STRICT;

CREATE TABLE untaken (                -- names in the input that were no files to read
    run INTEGER NOT NULL REFERENCES run (id),
    name TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
