"""What issued forms said beside their fields before forms carried digests of their own texts."""

from collections.abc import Mapping
from types import MappingProxyType

EARLIER_PROMPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "status": (
            (
                "Draf: sedang ditulis. Diajukan: minta diverifikasi. Siap Disahkan: tinggal "
                "ditandatangani, tercetak tanpa DRAF. Disahkan: sudah ditandatangani. Berlaku: "
                "sudah dijalankan. Makin jauh statusnya, makin banyak yang wajib diisi."
            ),
            "Pilih lebih dahulu: makin jauh status SOP, makin banyak isian yang wajib.",
            "Pilih status SOP saat dikirim.",
        ),
        "section": (
            (
                "Bagian, bidang, atau tim penyusun SOP. Wajib bila perangkat daerah mempunyai "
                "bagian."
            ),
            (
                "Bagian, bidang, atau tim penyusun SOP. Wajib bila perangkat daerah punya "
                "bagian. Wajib bila perangkat daerah mempunyai bagian."
            ),
            ("Bagian, bidang, atau tim penyusun SOP. Wajib bila perangkat daerah punya bagian."),
        ),
        "specificity": (
            "Generik: sama di semua unit. Spesifik: berbeda menurut tempat atau pelaksana.",
        ),
        "trigger": ("Pelayanan: dimulai pemohon. Rutin: terjadwal. Penugasan: atas perintah.",),
        "parent": (
            "Nomor atau nama SOP makro yang menaunginya. Wajib bila Cakupan berisi Mikro.",
            (
                "Nomor atau nama SOP makro yang menaungi; hanya untuk cakupan Mikro. Wajib bila "
                "Cakupan berisi Mikro."
            ),
            "Nomor atau nama SOP makro yang menaungi; hanya untuk cakupan Mikro.",
        ),
        "function": ("Tugas atau fungsi unit (menurut SOTK) yang dijalankan dengan SOP ini.",),
        "number": ("Nomor menurut tata naskah dinas. Boleh kosong selama status masih Draf.",),
        "revised": (
            (
                "Tanggal revisi terakhir; tulis “-” bila belum pernah direvisi. Wajib bila "
                "Revisi ke- lebih dari 0."
            ),
            "Tanggal revisi terakhir; tulis “-” bila belum pernah direvisi.",
        ),
        "signatory_position": (
            "Jabatan pejabat yang mengesahkan; Plt./Plh./a.n. ditulis di sini.",
        ),
        "legal_basis": ("Satu peraturan tiap baris: jenis, nomor, tahun, dan judul lengkap.",),
        "relations": (
            "Satu SOP setiap baris; tulis “Tidak ada” bila memang tidak ada.",
            "Satu SOP tiap baris; tulis “Tidak ada” bila memang tidak ada.",
        ),
        "warnings": ("Akibat bila tidak dijalankan: “Jika/Apabila … maka …”.",),
        "qualifications": (
            "Kemampuan yang diperlukan pelaksana, satu tiap baris; bukan nama jabatan.",
        ),
        "equipment": ("Peralatan utama yang diperlukan, satu tiap baris.",),
        "records": ("Pilih cara penyimpanan, lalu tambahkan buku atau formulir bila perlu.",),
        "author": ("Siapa yang dapat dihubungi bila ada pertanyaan.",),
    }
)
"""Keys of fields to the helps of forms that are still being filled in."""
