"""Words often misspelt in SOPs, with their right spelling."""

from collections.abc import Mapping
from types import MappingProxyType

_TYPING_ERRORS = """
0utput=output sajana=sarjana perbub=perbup tetntang=tentang tentnag=tentang tenatng=tentang
minit=menit n0=no mutu_buku=mutu_baku adminstrasi=administrasi admistrasi=administrasi
administasi=administrasi anggran=anggaran angaran=anggaran aparutur=aparatur apratur=aparatur
dokumem=dokumen dokmen=dokumen disposis=disposisi evalusi=evaluasi evaluai=evaluasi
fasiltasi=fasilitasi fasilitsi=fasilitasi gubenur=gubernur gubermur=gubernur indonsia=indonesia
kegitan=kegiatan kegaitan=kegiatan kelengkpan=kelengkapan keputsan=keputusan kepla=kepala
kompter=komputer komputr=komputer koodinasi=koordinasi kordinasi=koordinasi laporn=laporan
lapoaran=laporan membuata=membuat memeriska=memeriksa memferifikasi=memverifikasi
mempersiapakan=mempersiapkan menandatangi=menandatangani menanda_tangani=menandatangani
menerimah=menerima mengirimkn=mengirimkan menindaklajuti=menindaklanjuti menysusun=menyusun
nemerima=menerima oprasional=operasional opersional=operasional organsiasi=organisasi
organisai=organisasi pegwai=pegawai pelaksanan=pelaksanaan pelayaan=pelayanan
pemeritah=pemerintah pemerinah=pemerintah pemerintha=pemerintah pengadan=pengadaan
pengelolan=pengelolaan penyusuan=penyusunan peratuan=peraturan peratran=peraturan
perturan=peraturan permohanan=permohonan permohon=pemohon persetujan=persetujuan
perundangan-undangan=perundang-undangan prosedure=prosedur prosdur=prosedur provinis=provinsi
sekertaris=sekretaris sekretris=sekretaris standart=standar stadar=standar surta=surat
tandatangan=tanda_tangan mentri=menteri menetri=menteri negri=negeri kesehtan=kesehatan
kesehatn=kesehatan keuanagn=keuangan pendidkan=pendidikan pendidian=pendidikan kebudayan=kebudayaan
pendayagunan=pendayagunaan reformsi=reformasi birokrsi=birokrasi
undnag=undang undag=undang verfikasi=verifikasi verifikas=verifikasi
"""
_NON_STANDARD = """
aktifitas=aktivitas analisa=analisis antri=antre apotik=apotek azas=asas cidera=cedera
detil=detail efektifitas=efektivitas ekspidisi=ekspedisi hirarki=hierarki ijasah=ijazah ijin=izin
jadual=jadwal karir=karier komplek=kompleks komplit=komplet kwalitas=kualitas kwantitas=kuantitas
kwitansi=kuitansi legalisir=legalisasi menganalisa=menganalisis managemen=manajemen
merubah=mengubah metoda=metode nasehat=nasihat nopember=november obyek=objek
pebruari=februari photocopy=fotokopi photokopi=fotokopi fotocopy=fotokopi praktek=praktik
prosentase=persentase propinsi=provinsi
rapih=rapi rekapitulir=rekapitulasi resiko=risiko silahkan=silakan sistim=sistem
standarisasi=standardisasi subyek=subjek survey=survei team=tim tehnik=teknik tehnis=teknis
tekhnis=teknis terlanjur=telanjur varifikasi=verifikasi walikota=wali_kota
"""


def _pairs(text: str) -> Mapping[str, str]:
    pairs = (entry.replace("_", " ").partition("=") for entry in text.split())
    return MappingProxyType({wrong: right for wrong, _, right in pairs})


TYPING_ERRORS = _pairs(_TYPING_ERRORS)
"""Folded typing errors to what was meant."""
NON_STANDARD = _pairs(_NON_STANDARD)
"""Folded words in another than the standard spelling (KBBI); quoted titles may hold them."""
