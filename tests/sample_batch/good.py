"""Workbooks that agencies filled well, saved with different programs and in different statuses."""

from dataclasses import replace

from sopbatch.model import Place
from sopbatch.reading.values.dates import parse_date
from tests.sample_batch import emblem
from tests.sample_batch.files import SampleFile
from tests.sample_batch.making import bytes_of, filled, other, sample, typed
from tests.sample_batch.register import COMMUNICATION, HEALTH, PERSONNEL

ORG = "Biro Organisasi"

GOOD: tuple[SampleFile, ...] = (
    SampleFile(emblem.NAME, bytes_of(emblem.emblem()), "logo", story="disebut di Pengaturan"),
    SampleFile(f"{ORG}/Ketatalaksanaan/SOP TL-01 fasilitasi sop.xlsx",
               typed(sample("TL-01"), "xlsx"), "lengkap", story="disimpan LibreOffice"),
    SampleFile(f"{ORG}/Ketatalaksanaan/verifikasi rancangan.ods",
               typed(sample("TL-02"), "ods"), "lengkap", story="format ODS"),
    SampleFile(f"{ORG}/Ketatalaksanaan/SOP monev FINAL.xlsx",
               filled(sample("TL-03", "Siap Disahkan")), "lengkap"),
    SampleFile(f"{ORG}/Ketatalaksanaan/04 standar pelayanan.xls",
               typed(sample("TL-04"), "xls"), "lengkap", story="format XLS lama"),
    SampleFile(f"{ORG}/AKIP/Laporan Kinerja.xlsx", filled(sample("AK-01")), "lengkap"),
    SampleFile(f"{ORG}/AKIP/perjanjian kinerja (kirim).xlsx",
               filled(sample("AK-02", "Diajukan")), "lengkap", story="Terverifikasi di Keputusan"),
    SampleFile(f"{ORG}/AKIP/Pengumpulan Data.xlsx", filled(sample("AK-03", "Diajukan")), "lengkap",
               story="Dalam Verifikasi di Keputusan"),
    SampleFile(f"{ORG}/AKIP/reviu IKU draf.xlsx",
               filled(sample("AK-04", "Draf"), {Place("number"): None, Place("effective"): None}),
               "lengkap", story="masih Draf, belum bernomor"),
    SampleFile(f"{ORG}/Kelembagaan/Penataan SOTK.xlsx", typed(sample("KL-01"), "xlsx"), "lengkap"),
    SampleFile(f"{ORG}/Kelembagaan/evaluasi kelembagaan.xlsx",
               filled(sample("KL-02", "Uji Coba")), "lengkap"),
    SampleFile(f"{ORG}/PA/anjab abk.xlsx", filled(sample("PA-01")), "lengkap"),
    SampleFile(f"{ORG}/PA/Evaluasi Jabatan.ods", typed(sample("PA-02"), "ods"), "lengkap"),
    SampleFile(f"{ORG}/PA/standar kompetensi.xlsx",
               filled(replace(sample("PA-03", "Dalam Revisi"), revision=1, revision_raw="1",
                              revised=parse_date("2 November 2026"),
                              effective=parse_date("9 November 2026"))), "lengkap"),
    SampleFile(f"{ORG}/PA/SOP surat masuk biro.xlsx", filled(sample("PA-04")), "lengkap"),
    SampleFile("Dinas Kesehatan/SOP surat masuk.xlsx",
               filled(other(HEALTH, "DK-01")), "lengkap"),
    SampleFile("Diskominfo/permohonan informasi.xlsx",
               typed(other(COMMUNICATION, "KI-01"), "xlsx"), "lengkap"),
    SampleFile("BKD/kenaikan pangkat.xlsx",
               filled(other(PERSONNEL, "BK-01")), "lengkap"),
)  # fmt: skip
