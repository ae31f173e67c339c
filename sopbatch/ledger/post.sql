CREATE TABLE place (
    mailbox TEXT PRIMARY KEY,
    validity INTEGER NOT NULL,
    last INTEGER NOT NULL
);
CREATE TABLE mail (
    mailbox TEXT NOT NULL,
    validity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    message_id TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mailbox, validity, uid, digest)
);
CREATE INDEX mail_digest ON mail (digest);
CREATE TABLE large (
    mailbox TEXT NOT NULL,
    validity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    size INTEGER NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (mailbox, validity, uid)
);
CREATE TABLE answer (
    message_id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    told TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE TABLE bounce (
    message_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (message_id, digest)
);
