-- The ledger: what every run saw and decided. Append-only in meaning; one run is one transaction.
-- Dates are ISO text (YYYY-MM-DD); ids of contents are SHA-256 in hexadecimal.

CREATE TABLE run (                    -- a report
    id INTEGER PRIMARY KEY,
    as_of TEXT NOT NULL,              -- report date of the run
    program TEXT NOT NULL,            -- version of sopbatch
    digest TEXT NOT NULL              -- of all its rows: the same run repeated is stored once
) STRICT;

CREATE INDEX run_of_date ON run (as_of);

CREATE TABLE file (                   -- a content that was received
    sha256 TEXT PRIMARY KEY,          -- content; also its name in arsip/
    size INTEGER NOT NULL,            -- bytes
    first_seen TEXT NOT NULL          -- as_of of the first run that saw it; never changes
) STRICT;

CREATE TABLE receipt (                -- under which names a content lay in the input of a run
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    name TEXT NOT NULL,
    PRIMARY KEY (run, sha256, name)
) STRICT;

CREATE TABLE submission (             -- what was read from a content in a run
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    sop TEXT NOT NULL,                -- key of the SOP: plan code, else unit, section and title
    status TEXT NOT NULL,             -- as written by the officer
    revision INTEGER,
    counted INTEGER NOT NULL,         -- 1 when this version counts
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    PRIMARY KEY (run, sha256)
) STRICT;

CREATE TABLE standing (               -- status of every SOP after a run, planned ones included
    run INTEGER NOT NULL REFERENCES run (id),
    sop TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (run, sop)
) STRICT;

CREATE TABLE finding (                -- what was found in a content in a run
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    code TEXT NOT NULL,               -- rule
    severity TEXT NOT NULL,           -- galat, peringatan, saran
    cell TEXT NOT NULL,               -- "Identitas!C23"; '' for the file as a whole
    sentence TEXT NOT NULL
) STRICT;

CREATE INDEX finding_of_file ON finding (sha256, run);

CREATE TABLE output (                 -- files in the output folder that sopbatch may replace or remove
    path TEXT NOT NULL,               -- below the output folder, with "/"
    sha256 TEXT NOT NULL,             -- of what was written, or was about to be when a run broke off
    recipe TEXT NOT NULL,             -- of everything it was made from: same recipe, nothing to redo
    PRIMARY KEY (path, sha256)
) STRICT;
