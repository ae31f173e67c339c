-- Version 6: the mails and archives that files came in.

CREATE TABLE letter (                 -- the file of the input that held another one, and who sent it
    run INTEGER NOT NULL REFERENCES run (id),
    sha256 TEXT NOT NULL,             -- content that came in it; '' for what was not taken or passed over
    name TEXT NOT NULL,               -- under which it came
    container TEXT NOT NULL,
    container_sha256 TEXT NOT NULL,
    message_id TEXT NOT NULL,         -- this and what follows: '' when not known, or not a mail
    sender TEXT NOT NULL,             -- address as the mail says it, not proved
    sender_name TEXT NOT NULL,
    sent TEXT NOT NULL,               -- ISO 8601 with its zone
    subject TEXT NOT NULL,
    thread TEXT NOT NULL,             -- Message-IDs of the mails it answers
    PRIMARY KEY (run, sha256, name)
) STRICT;

CREATE INDEX letter_of_file ON letter (sha256, run);
