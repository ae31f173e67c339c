-- Version 5: titles of the plan that a decision revoked are counted apart.

ALTER TABLE total ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0;
