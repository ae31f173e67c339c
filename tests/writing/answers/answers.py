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
    address="dinkes@contoh.example",
    name="Dinas Kesehatan",
    salutation="Kepala Dinas Kesehatan",
    subject="SOP kami",
    sent="5 Oktober 2026",
    in_reply_to="<1@x.id>",
    references="<0@x.id>",
    as_of="22 November 2026",
    books=(GOOD, FAULTY),
    asides=(UnreadAttachment("surat.pdf", "dokumen PDF"),),
    deadline="18 Desember 2026",
    bureau="Biro Organisasi",
    government="PEMERINTAH PROVINSI",
    contact="",
    registered=True,
)
