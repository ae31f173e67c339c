"""An answer with all that it may say."""

from sopbatch.writing.answers import (
    Answer,
    AnsweredWorkbook,
    UnreadAttachment,
)

GOOD = AnsweredWorkbook(
    title="SOP Surat Masuk",
    file="baik.xlsx",
    number="TT-261122-A",
    verdict="Diterima.",
    accepted=True,
)


FAULTY = AnsweredWorkbook(
    title="SOP Asistensi",
    file="SOP.xlsx",
    number="TT-261122-B",
    verdict="Belum dapat diterima: 1 hal harus diperbaiki.",
    mend=(("Prosedur C10", "Ada dua Mulai.", "Sisakan satu."),),
    more=2,
    enclosed=("SOP.xlsx",),
    left_out=("SOP (pratinjau).pdf (terlalu besar)",),
)


ANSWER = Answer(
    "dinkes@contoh.example",
    "Dinas Kesehatan",
    "Kepala Dinas Kesehatan",
    "SOP kami",
    "5 Oktober 2026",
    "<1@x.id>",
    "<0@x.id>",
    "22 November 2026",
    (GOOD, FAULTY),
    (UnreadAttachment("surat.pdf", "dokumen PDF"),),
    "18 Desember 2026",
    "Biro Organisasi",
    "PEMERINTAH PROVINSI",
    "",
    registered=True,
)
