-- Version 7: which file was sent for which earlier one.

CREATE TABLE resent (                 -- a file that follows an earlier one of its SOP
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    earlier TEXT NOT NULL REFERENCES file (sha256),
    sop TEXT NOT NULL,                -- SOP of the earlier one
    told_by TEXT NOT NULL,            -- tanda terima, surel, SOP yang sama
    PRIMARY KEY (run, sha256)
) STRICT;

CREATE INDEX resent_of_file ON resent (sha256, run);

CREATE VIEW kiriman_ulang (tanggal, tanda_terima, atas, kode, judul, dasar) AS
    -- Each link of the chain as the last run knows it.
    SELECT substr(later.first_seen, 1, 10), later.number, before.number, resent.sop,
        coalesce(standing.title, ''), resent.told_by
    FROM resent
    JOIN file AS later ON later.sha256 = resent.sha256
    JOIN file AS before ON before.sha256 = resent.earlier
    LEFT JOIN standing ON standing.run = resent.run AND standing.sop = resent.sop
    WHERE resent.run = (SELECT max(same.run) FROM resent AS same WHERE same.sha256 = resent.sha256);
