"""Abbreviations of offices, units and things, written out; degrees and forms of address."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_ABBREVIATIONS = """
kasubbag|kasubag|kasub bag|kasub bagian|kasubbagian|kasubagian=kepala subbagian
ka subbag|ka subag|ka sub bag|kepala sub bagian=kepala subbagian
kasubid|kasubbid|kasub bid|kasub bidang|kasubbidang|kasubidang=kepala subbidang
ka subid|ka subbid|ka sub bid|kepala sub bidang=kepala subbidang
kabag|ka bag=kepala bagian
kabid|ka bid=kepala bidang
kasi|kasie|ka si|ka sie|ka seksi=kepala seksi
karo|kabiro|ka biro=kepala biro
kadis|kadin|ka dinas=kepala dinas
kaban|ka badan=kepala badan
kaupt|kauptd|ka upt|ka uptd=kepala upt
ka|kep=kepala
subbag|subag|sub bag|sub bagian=subbagian
subid|subbid|sub bid|sub bidang=subbidang
bag=bagian
bid=bidang
sekda=sekretaris daerah
setda=sekretariat daerah
sekdis=sekretaris dinas
sekban=sekretaris badan
sekwan=sekretaris dewan
setwan=sekretariat dewan
tu=tata usaha
kepeg=kepegawaian
keu=keuangan
prov|propinsi=provinsi
kab=kabupaten
kec=kecamatan
kel=kelurahan
pemprov=pemerintah provinsi
pemkab=pemerintah kabupaten
pemkot=pemerintah kota
pemda=pemerintah daerah
ppspm=pejabat penandatangan surat perintah membayar
pptk=pejabat pelaksana teknis kegiatan
ppk skpd=pejabat penatausahaan keuangan skpd
ppk=pejabat pembuat komitmen
kpa=kuasa pengguna anggaran
pa=pengguna anggaran
bps=badan pusat statistik
bpk=badan pemeriksa keuangan
bkn=badan kepegawaian negara
bpbd=badan penanggulangan bencana daerah
bappeda=badan perencanaan pembangunan daerah
bpkad=badan pengelolaan keuangan dan aset daerah
dprd=dewan perwakilan rakyat daerah
dpmptsp=dinas penanaman modal dan pelayanan terpadu satu pintu
diskominfo=dinas komunikasi dan informatika
dinkes=dinas kesehatan
disdik=dinas pendidikan
dinsos=dinas sosial
dishub=dinas perhubungan
rsud=rumah sakit umum daerah
uptd=upt
opd=organisasi perangkat daerah
sdm=sumber daya manusia
monev=monitoring dan evaluasi
spj=surat pertanggungjawaban
sppd=surat perintah perjalanan dinas
"""
_ROLES = """
plt=pelaksana tugas
plh=pelaksana harian
pj|pjs=penjabat
a n=atas nama
an=atas nama
u b=untuk beliau
u p=untuk perhatian
jft|jabatan jft|fungsional tertentu|jabatan fungsional tertentu=jabatan fungsional tertentu
^ fungsional $|^ pejabat fungsional $=jabatan fungsional tertentu
jfu|jabatan jfu|fungsional umum|jabatan fungsional umum=jabatan pelaksana
^ staf|^ staff|^ pelaksana=jabatan pelaksana
^ staf ahli|^ staff ahli=staf ahli
^ staf khusus|^ staff khusus=staf khusus
^ pelaksana tugas=pelaksana tugas
^ pelaksana harian=pelaksana harian
^ asisten $=asisten sekretaris daerah
^ asisten i|^ asisten 1=asisten sekretaris daerah i
^ asisten ii|^ asisten 2=asisten sekretaris daerah ii
^ asisten iii|^ asisten 3=asisten sekretaris daerah iii
^ asisten iv|^ asisten 4=asisten sekretaris daerah iv
"""
_HONORIFICS = "prof dr drs dra drg drh ir h hj kh r rr rd apt ns ners hc pdt bapak bpk ibu sdr sdri"


def _pairs(text: str) -> Mapping[str, str]:
    lines = (line.partition("=") for line in text.split("\n") if line)
    return MappingProxyType({short: full for left, _, full in lines for short in left.split("|")})


ABBREVIATIONS = _pairs(_ABBREVIATIONS)
"""Folded abbreviation without points, of up to three words, to its full form."""
ROLES = _pairs(_ROLES)
"""The same of roles alone; "^" and "$" are the begin and the end of a role."""
HONORIFICS = frozenset(_HONORIFICS.split())
"""What stands in front of a person's name."""
DEGREE = re.compile(
    r"""
    s[aehimpst] | sst[a-z]{0,2} | sp[a-z]{0,2} | phd | amd[a-z]{0,4} | ll[mb] | mba | m[aemt] | mm
    | b[as]c? | be | lc | ners | ip[mu] | qia | dipl[a-z]{0,3} | drh | drg
    | msc | ca | cpa | cfra | crmp | cgcae | cla | d(?:ea|ess)
    | a(?:mk|p|ptnh|k|km)
    | s(?:ab|ag|ak|ap|ars|e|farm|fil|geo|gz|hi|hum|hut|ikom|ip|kel|kep|kg|km|komi?|ked|mn
       |par|pdi?|pi|psi|pt|sas|sn|sos|sy|esy|ei|ste|stp|stat|si|tp|tr[a-z]{0,4}|thi?|adm
       |arl)
    | m(?:ab|ag|agr|ak|ap|arch|ars|biomed|dev|ec|ed|ekk|eng|engsc|epid|farm|h|hi|hum|hut|ids
       |ikom|ip|kes|keb|kep|km|kn|kom|pa|pdi?|ph|pi|psi|p|phil|pub|ps|pwk|s|sc|se|si|sos
       |stat|ta|ti|tp|tr[a-z]{0,4}|th|ud|urp)
    """,
    re.VERBOSE,
)
"""A degree behind a name, folded and without points."""
