-- Version 4: nothing received is forgotten, and an auditor's questions have their answers.

ALTER TABLE receipt ADD COLUMN origin TEXT NOT NULL DEFAULT 'masukan';  -- where it lay: masukan, arsip
ALTER TABLE held ADD COLUMN origin TEXT NOT NULL DEFAULT 'masukan';
ALTER TABLE file ADD COLUMN number TEXT NOT NULL DEFAULT '';            -- receipt number, such as TT-261002-7K3QF2
ALTER TABLE standing ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN unit TEXT NOT NULL DEFAULT '';          -- code of the unit
ALTER TABLE standing ADD COLUMN unit_name TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN journal TEXT NOT NULL DEFAULT '';            -- SHA-256 of all rows of the run, see arsip/catatan

UPDATE file SET number = receipt_number(first_seen, sha256);

CREATE TABLE plan (                   -- the plan as the register told it in a run
    run INTEGER NOT NULL REFERENCES run (id),
    sop TEXT NOT NULL,                -- code of the line
    unit TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    section TEXT NOT NULL,
    title TEXT NOT NULL,
    deadline TEXT NOT NULL,           -- '' without one
    owner TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,       -- 1 when withdrawn from the plan
    PRIMARY KEY (run, sop)
) STRICT;

CREATE TABLE ruling (                 -- decisions of Biro Organisasi (sheet Keputusan) as they stood in a run
    run INTEGER NOT NULL REFERENCES run (id),
    row INTEGER NOT NULL,             -- on the sheet
    sop TEXT NOT NULL,
    status TEXT NOT NULL,
    decided TEXT NOT NULL,
    document TEXT NOT NULL,           -- number of the berita acara
    note TEXT NOT NULL,
    PRIMARY KEY (run, row)
) STRICT;

CREATE TABLE withdrawn (              -- files that a line of Keputusan withdrew
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,             -- by whom and why
    PRIMARY KEY (run, sha256, name)
) STRICT;

CREATE TABLE loss (                   -- SOPs that count for less than in the last report of an earlier week
    run INTEGER NOT NULL REFERENCES run (id),
    sop TEXT NOT NULL,
    title TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (run, sop)
) STRICT;

CREATE INDEX standing_of_sop ON standing (sop, run);
CREATE INDEX standing_of_status ON standing (status, run);
CREATE INDEX submission_of_sop ON submission (sop, run);
CREATE INDEX change_of_sop ON change (sop, run);
CREATE INDEX ruling_of_sop ON ruling (sop, run);
CREATE INDEX file_of_number ON file (number);

CREATE VIEW diterima (tanggal, kode, judul, unit, status, dasar) AS
    -- When each SOP reached a status that counts as tersusun or selesai, and what says so. A decision
    -- or a status is told once, however many runs saw it.
    SELECT ruling.decided, ruling.sop, plan.title, plan.unit_name, ruling.status,
        CASE ruling.document WHEN '' THEN 'keputusan Biro Organisasi' ELSE ruling.document END
    FROM ruling JOIN plan ON plan.run = ruling.run AND plan.sop = ruling.sop
    WHERE ruling.status = 'Terverifikasi' AND ruling.run = (
        SELECT min(same.run) FROM ruling AS same
        WHERE same.sop = ruling.sop AND same.status = ruling.status
            AND same.decided = ruling.decided AND same.document = ruling.document)
    UNION
    SELECT change.since, change.sop, standing.title, standing.unit_name, change.after,
        coalesce('berkas ' || file.number, '')
    FROM change
    JOIN standing ON standing.run = change.run AND standing.sop = change.sop
    JOIN decision ON decision.run = change.run AND decision.sop = change.sop
    LEFT JOIN file ON file.sha256 = decision.sha256
    WHERE change.after IN ('Uji Coba', 'Siap Disahkan', 'Disahkan', 'Berlaku', 'Dalam Revisi')
        AND change.run = (
            SELECT min(same.run) FROM change AS same
            WHERE same.sop = change.sop AND same.after = change.after AND same.since = change.since);

CREATE VIEW perubahan_rencana (tanggal, kode, perubahan, semula, menjadi) AS
    -- What became of the plan between one run and the next.
    WITH planned AS (SELECT DISTINCT run FROM plan),
    step AS (
        SELECT run.id AS run, run.as_of AS day,
            (SELECT max(earlier.run) FROM planned AS earlier WHERE earlier.run < run.id) AS before
        FROM run WHERE run.id IN (SELECT run FROM planned)),
    pair AS (
        SELECT step.day, was.sop, was.title AS t, now.title AS u, was.deadline AS d, now.deadline AS e,
            was.unit AS v, now.unit AS w, was.section AS r, now.section AS s,
            was.withdrawn AS x, now.withdrawn AS y
        FROM step JOIN plan AS was ON was.run = step.before
        JOIN plan AS now ON now.run = step.run AND now.sop = was.sop)
    SELECT step.day, plan.sop, 'ditambahkan', '', plan.title
    FROM step JOIN plan ON plan.run = step.run
    WHERE step.before IS NOT NULL
        AND plan.sop NOT IN (SELECT sop FROM plan AS was WHERE was.run = step.before)
    UNION ALL
    SELECT step.day, plan.sop, 'dihapus', plan.title, ''
    FROM step JOIN plan ON plan.run = step.before
    WHERE plan.sop NOT IN (SELECT sop FROM plan AS now WHERE now.run = step.run)
    UNION ALL SELECT day, sop, 'judul', t, u FROM pair WHERE t <> u
    UNION ALL SELECT day, sop, 'tenggat', d, e FROM pair WHERE d <> e
    UNION ALL SELECT day, sop, 'unit', v, w FROM pair WHERE v <> w
    UNION ALL SELECT day, sop, 'bagian', r, s FROM pair WHERE r <> s
    UNION ALL SELECT day, sop, 'ditarik dari rencana', t, u FROM pair WHERE x < y
    UNION ALL SELECT day, sop, 'kembali ke rencana', t, u FROM pair WHERE x > y;
