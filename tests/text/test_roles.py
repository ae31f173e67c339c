import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.abbreviations import ABBREVIATIONS, ROLES
from sopbatch.text.roles import role_key


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("Kasubbag. Umum", "kepala subbagian umum"),
        ("Kasubag Umum & Kepeg", "kepala subbagian umum dan kepegawaian"),
        ("Ka. Subbag TU", "kepala subbagian tata usaha"),
        ("Kepala Sub Bagian Umum", "kepala subbagian umum"),
        ("Ka.Bag Organisasi", "kepala bagian organisasi"),
        ("Kabag", "kepala bagian"),
        ("Kabid", "kepala bidang"),
        ("Kasi", "kepala seksi"),
        ("Karo Organisasi", "kepala biro organisasi"),
        ("Kadis", "kepala dinas"),
        ("Kaban", "kepala badan"),
        ("Kep. Dinas", "kepala dinas"),
        ("Ka. UPT", "kepala upt"),
        ("Sekda", "sekretaris daerah"),
        ("Sekdis", "sekretaris dinas"),
        ("Asisten III", "asisten sekretaris daerah iii"),
        ("Asisten Administrasi Umum", "asisten administrasi umum"),
        ("JFU", "jabatan pelaksana"),
        ("Pelaksana", "jabatan pelaksana"),
        ("Staff", "jabatan pelaksana"),
        ("Jabatan Pelaksana", "jabatan pelaksana"),
        ("Staf Ahli Gubernur", "staf ahli gubernur"),
        ("Kepala Pelaksana BPBD", "kepala pelaksana badan penanggulangan bencana daerah"),
        ("JFT", "jabatan fungsional tertentu"),
        ("Fungsional", "jabatan fungsional tertentu"),
        ("PPK/KPA", "pejabat pembuat komitmen / kuasa pengguna anggaran"),
        ("PPK-SKPD", "pejabat penatausahaan keuangan skpd"),
        ("PA", "pengguna anggaran"),
        ("Plt. Karo", "pelaksana tugas kepala biro"),
        ("Plh. Sekda", "pelaksana harian sekretaris daerah"),
        ("Pj. Gubernur", "penjabat gubernur"),
        ("a.n. Gubernur", "atas nama gubernur"),
        ("u.b.", "untuk beliau"),
        ("u.p. Kabag", "untuk perhatian kepala bagian"),
        ("Tim Teknis", "tim teknis"),
        ("", ""),
    ],
)
def test_abbreviated_roles_are_written_out(typed, full):
    assert role_key(typed) == full


@given(st.lists(st.sampled_from(["Ka.", "Subbag", "Kasi", "Umum", "&", "Plt.", "Staf", "PA"])))
def test_a_role_written_out_stays_as_it_is(words):
    full = role_key(" ".join(words))
    assert role_key(full) == full


@given(
    st.sampled_from(sorted({**ABBREVIATIONS, **ROLES}.items())),
    st.sampled_from(["", "Umum", "dan Pelaporan"]),
    st.sampled_from(["", ".", " ."]),
)
def test_whatever_is_abbreviated_is_the_same_role_written_out(
    pair: tuple[str, str], behind: str, point: str
):
    short, full = (text.replace("^ ", "") for text in pair)
    if "$" in short:
        short, behind = short.replace(" $", ""), ""
    typed = short.replace(" ", f"{point} ") + point
    assert role_key(f"{typed} {behind}") == role_key(f"{full} {behind}")
    assert role_key(f"Pemohon/{typed} {behind}") == f"pemohon / {role_key(f'{full} {behind}')}"
