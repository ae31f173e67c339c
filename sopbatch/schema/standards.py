"""Form of service standards, version 1: several services of an agency in one workbook.

The 14 components are those of PermenPAN-RB 15/2014; where no form of ours was used, a table of
components is known by its labels.
"""

from sopbatch.schema.kinds import Kind
from sopbatch.schema.standards_head import HEAD
from sopbatch.schema.standards_service import COMPONENTS, SERVICE

__all__ = ["COMPONENTS", "HEAD", "SERVICE", "STANDARDS"]

STANDARDS = Kind(
    code="STANDAR-PELAYANAN",
    version=1,
    name="standar pelayanan",
    title="Formulir Standar Pelayanan",
    purpose=(
        "Janji pelayanan kepada masyarakat: 14 komponen untuk setiap layanan, penetapannya, dan "
        "Maklumat Pelayanan. Satu berkas untuk satu perangkat daerah atau satu unit pelayanan."
    ),
    file_name="Template_Standar_Pelayanan.xlsx",
    example_name="Contoh_Standar_Pelayanan.xlsx",
    steps=(
        "Buka lembar Umum, lalu isi status, perangkat daerah, dan penandatangan.",
        (
            "Buka lembar Layanan dan isi ke-14 komponennya. Tulis satu butir pada satu baris. Jika "
            "barisnya kurang, tulis beberapa butir dalam satu sel, dipisahkan dengan Alt+Enter."
        ),
        (
            "Layanan berikutnya: klik kanan pada nama lembar, pilih Tampilkan (Unhide), lalu buka "
            "Layanan 2. Untuk layanan ketiga dan seterusnya, salin lembar Layanan."
        ),
        (
            "Setelah SK ditetapkan, isi nomor dan tanggalnya, ubah status menjadi Ditetapkan, "
            "lalu kirimkan lagi. Selebaran, SK, dan maklumat disusun dari berkas ini."
        ),
        "Simpan, lalu kirimkan berkas ini kepada Biro Organisasi.",
    ),
    sheets=(HEAD, SERVICE),
    by_labels=5,
)
