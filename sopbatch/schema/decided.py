"""What may stand on the sheet Keputusan: for the guide, held against the choices by a test."""

from sopbatch.schema.statuses import (
    ACCEPTED_ALWAYS,
    ACCEPTED_ONCE,
    IN_VERIFICATION,
    NEEDS_CORRECTION,
    REJECTED,
    REVOKED,
    TIED,
    VERIFIED,
    WITHDRAWN,
)

_READY = "jika berkasnya berstatus Diajukan dan tidak ada yang harus diperbaiki"
DECIDED: tuple[tuple[str, str, str], ...] = (
    (IN_VERIFICATION.label, "kode SOP", _READY),
    (NEEDS_CORRECTION.label, "kode SOP", "jika berkasnya Diajukan, sampai perbaikannya datang"),
    (VERIFIED.label, "kode SOP", f"{_READY}; gugur jika isinya kemudian berubah"),
    (REVOKED.label, "kode SOP", "sejak tanggalnya, apa pun status berkasnya"),
    (
        TIED,
        "kode SOP, dan tanda terima berkas di kolom Tanda terima",
        "untuk berkas dari perangkat daerah yang sama yang Nama SOP-nya lain; perbaikannya ikut",
    ),
    (WITHDRAWN, "tanda terima berkas", "jika Oleh dan Catatan terisi; berkasnya tidak dihitung"),
    (ACCEPTED_ONCE, "tanda terima berkas", "untuk satu berkas yang ditahan karena pengirimnya"),
    (ACCEPTED_ALWAYS, "alamat surel pengirim", "untuk semua berkas dari alamat itu"),
    (REJECTED, "tanda terima berkas atau alamat surel", "berkas yang ditahan tidak dihitung"),
)
"""Status, what stands in the column Kode SOP, and when it takes effect."""
