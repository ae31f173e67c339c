"""All names of the output tree, below the output folder."""

from sopbatch.schema.products import OWN_LEDGER, OWN_POST

LEDGER = OWN_LEDGER
REPLACED_LEDGER = "sopbatch.sebelum_dipulihkan.sqlite"
"""Where the ledger that a restored one replaces is kept, sound or not."""
POST = OWN_POST
"""What was fetched from mailboxes and what was sent."""
LOCK = ".sopbatch.lock"
LOG = "sopbatch.log"
RUN_LOG = "catatan_jalan.jsonl"
"""How long each stage and file of the last run took."""
STAGING = ".baru"
"""Where products wait until all of them are made."""

RESULTS = ".simpanan.zip"
"""What reading the files gave, for the next run; it may be removed at any time."""

ANSWER = ".jawaban.json"
"""What the last run answered, for one in which nothing changed; it may be removed at any time."""

DOCUMENTS = "dokumen"
RETURNED = "dikembalikan"
EXPORTS = "ekspor"
LETTERS = "surat"
REMINDERS = f"{LETTERS}/pengingat"
COVER_LETTERS = f"{LETTERS}/pengantar"
SUMMARY = f"{LETTERS}/ringkasan operator.eml"
"""What a weekly round did; no address is called so."""
LETTERS_TO_CHECK = f"{LETTERS}/periksa dahulu"
"""Drafts to addresses that the register does not name."""
REPORTS = "laporan"
REPORTS_REBUILT = f"{REPORTS}/dibangun_ulang"
"""Of a date whose report is there already and stays."""
REPORTS_OLDER = f"{REPORTS}/susulan"
"""Of a date before the last report."""
MIRRORED = tuple(f"{folder}/" for folder in (DOCUMENTS, RETURNED, EXPORTS, LETTERS))
"""Folders in which what a run no longer gives is removed."""

ARCHIVE = "arsip"
NOTES = "catatan"
"""The folder of the archive that notes each run."""
LISTED = "keluaran.json"
"""Among the notes: what the last run wrote."""
WAITING = "tertunda.json"
"""In the archive: what undone runs left for the next one."""
LOGO = "logo.json"
"""In the archive: which run used which logo first."""
TEXTS = "templat_surat.json"
"""In the archive: which run used which changed texts of letters first."""

BOUNCES = "pantulan"
"""In the archive: reports that an answer did not arrive."""
MAILS = "surel"
"""In the input folder: mails that were fetched."""
