-- Version 8: workbooks of other kinds than the SOP, and which of them counts.

CREATE TABLE form (                   -- one thing that a workbook of another kind tells of
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    kind TEXT NOT NULL,               -- code of the kind
    unit TEXT NOT NULL,               -- code of the unit
    key TEXT NOT NULL,                -- what is counted once within the unit
    heading TEXT NOT NULL,            -- what people call the workbook
    counted INTEGER NOT NULL,         -- 1 for the workbook that counts
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    PRIMARY KEY (run, sha256, kind, unit, key)
) STRICT;

CREATE INDEX form_of_file ON form (sha256, run);
