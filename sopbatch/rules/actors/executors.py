"""Rules about executors, the lanes of the flowchart (A-01 to A-13)."""

from collections.abc import Iterator

from sopbatch.model import Actor, Problem, Procedure
from sopbatch.rules.actors.twins import TWIN_RULES, lane_head, misspelt_twins
from sopbatch.rules.basics.procedures import Facts, each_step, role_key, told
from sopbatch.rules.basics.roles import names_several
from sopbatch.rules.data.roles import ABOLISHED_POSTS, PERSON, THING_WORDS
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.schema.sop import MAX_LANES
from sopbatch.text.names import folded, spelt, words
from sopbatch.text.shortening import quoted

COMFORTABLE_LANES = 8
TOO_MANY = f"paling banyak {MAX_LANES} dapat dicetak"
CROWDED = f"diagram alir menjadi sempit, lazimnya paling banyak {COMFORTABLE_LANES}"
"""Lanes that fit on the page at full width."""
NO_NAMES = frozenset(("mulai", "proses", "keputusan", "selesai"))
"""Symbols, typed where the name of a lane stands."""
HEADER_LENGTH = 40
"""Characters of a lane name that the header still shows well; most official titles fit."""
LONGEST_ORDER = 300
"""Characters of the names of all lanes in a sentence."""


@rule(
    "A-01",
    ERROR,
    title="Pelaksana belum disebut",
    sentence="Tabel Prosedur belum menyebut pelaksana.",
    advice="Isi nama jabatan atau peran pada judul kolom Pelaksana; satu kolom satu pelaksana.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: setiap kegiatan mempunyai pelaksana.",
    reports_blank=True,
    essential=ANYWHERE,
)
def no_executor(case: Case) -> Iterator[Problem]:
    """A procedure table without any lane name."""
    for procedure in case.sop.procedures:
        if not procedure.actors:
            yield Problem(at("actor", 0, procedure.part, 1))


@rule(
    "A-02",
    WARNING,
    title="Hanya satu pelaksana",
    sentence="SOP hanya mempunyai satu pelaksana, yaitu {pelaksana}.",
    advice="Tambahkan pelaksana lain yang terlibat, atau pilih sifat kegiatan Teknis.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Jenis SOP: SOP administratif melibatkan lebih dari satu "
        "pelaksana."
    ),
)
def only_one_executor(case: Case) -> Iterator[Problem]:
    """One executor in all procedures together; SOPs declared Teknis may have one."""
    actors = {role_key(actor): actor for _, actor in _lanes(case)}
    if len(actors) == 1 and folded(case.sop.nature) != "teknis":
        part, actor = next(_lanes(case))
        yield Problem(lane_head(part, actor), {"pelaksana": quoted(actor.name)})


@rule(
    "A-03",
    ERROR,
    title="Pelaksana terlalu banyak",
    sentence="Tabel Prosedur mempunyai {jumlah} pelaksana; {batas}.",
    advice="Gabungkan pelaksana yang perannya sama, atau bagi menjadi beberapa SOP mikro.",
    reason="Kolom pelaksana yang terlalu banyak tidak terbaca pada diagram alir tercetak.",
    essential=ANYWHERE,
)
def too_many_executors(case: Case) -> Iterator[Problem]:
    """More than 15 executors; a warning from 9 on."""
    for procedure in case.sop.procedures:
        count = len(procedure.actors)
        if count > COMFORTABLE_LANES:
            limit = MAX_LANES if count > MAX_LANES else COMFORTABLE_LANES
            yield Problem(
                lane_head(procedure.part, procedure.actors[limit]),
                {"jumlah": count, "batas": TOO_MANY if count > MAX_LANES else CROWDED},
                severity=None if count > MAX_LANES else WARNING,
            )


@rule(
    "A-05",
    WARNING,
    title="Pelaksana belum mempunyai langkah",
    sentence="Pelaksana “{pelaksana}” belum mempunyai langkah.",
    advice="Pilih simbol pada langkah yang dikerjakannya, atau kosongkan nama pelaksana ini.",
    reason="Kolom tanpa simbol memakan tempat dan membingungkan pembaca diagram alir.",
)
def executor_without_step(case: Case) -> Iterator[Problem]:
    """A lane without symbol; a table without steps is told by P-01 alone."""
    for procedure in case.sop.procedures:
        if not procedure.steps:
            continue
        busy = _busy(procedure)
        for actor in procedure.actors:
            if actor.lane not in busy:
                yield Problem(lane_head(procedure.part, actor), {"pelaksana": quoted(actor.name)})


def _busy(procedure: Procedure) -> frozenset[int]:
    """Lanes with a symbol."""
    return frozenset(node.lane for step in procedure.steps for node in step.nodes)


@rule(
    "A-06",
    ERROR,
    title="Kolom pelaksana belum bernama",
    sentence="Kolom pelaksana ke-{lajur} dipakai pada langkah {langkah}, tetapi belum bernama.",
    advice="Isi nama pelaksana pada judul kolom itu, atau pindahkan simbolnya ke kolom lain.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: setiap kegiatan mempunyai pelaksana.",
    reports_blank=True,
    essential=ANYWHERE,
)
def lane_without_name(case: Case) -> Iterator[Problem]:
    """A symbol in a lane whose header is blank; told once for each lane."""
    told_lanes: set[tuple[int, int]] = set()
    for procedure, step in each_step(case):
        for node in step.nodes:
            lane = (procedure.part, node.lane)
            if node.actor < 0 and procedure.actors and lane not in told_lanes:
                told_lanes.add(lane)
                place = at("actor", 0, procedure.part, node.lane)
                yield Problem(place, {"lajur": node.lane, "langkah": told(step)})


@rule(
    "A-07",
    WARNING,
    title="Kolom pelaksana tidak menurut urutan langkah",
    sentence=(
        "Kolom “{pelaksana}” seharusnya ke-{lajur}, karena mulai bekerja pada langkah {langkah}."
    ),
    advice="Susun kolom dari kiri ke kanan menurut urutan langkah: {urutan}.",
    reason=(
        "Kelaziman: kolom pelaksana disusun menurut urutan kegiatan, bukan menurut jabatan, agar "
        "garis alur pendek."
    ),
)
def lanes_out_of_order(case: Case) -> Iterator[Problem]:
    """The first lane that does not follow the order of first use; unused lanes are passed over.

    Where two lanes are one executor (A-04, A-15) the order shows only when they are joined.
    """
    for procedure in case.sop.procedures:
        keys = [role_key(actor) for actor in procedure.actors]
        if len(set(keys)) < len(keys) or any(misspelt_twins(procedure)):
            continue
        first = _first_steps(procedure)
        wanted = sorted(first, key=lambda index: (first[index], index))
        for place, (wrong, right) in enumerate(zip(sorted(first), wanted, strict=True)):
            if wrong != right:
                facts: Facts = {
                    "pelaksana": quoted(procedure.actors[right].name),
                    "lajur": place + 1,
                    "langkah": first[right],
                    "urutan": quoted(
                        "; ".join(procedure.actors[index].name for index in wanted), LONGEST_ORDER
                    ),
                }
                yield Problem(lane_head(procedure.part, procedure.actors[right]), facts)
                break


def _first_steps(procedure: Procedure) -> dict[int, int]:
    """0-based executor to the row of its first step."""
    first: dict[int, int] = {}
    for step in procedure.steps:
        for actor in step.actors:
            first.setdefault(actor, step.row)
    return first


@rule(
    "A-08",
    WARNING,
    title="Pelaksana berupa nama orang",
    sentence="Pelaksana “{pelaksana}” tampaknya nama orang.",
    advice="Tulis jabatan atau perannya, misalnya “Kepala Bagian Umum”.",
    reason="SOP tetap berlaku ketika pejabatnya berganti.",
)
def executor_is_a_person(case: Case) -> Iterator[Problem]:
    """A form of address, a degree or a civil servant number in a lane name."""
    for part, actor in _lanes(case):
        if PERSON.search(actor.name):
            yield Problem(lane_head(part, actor), {"pelaksana": quoted(actor.name)})


@rule(
    "A-09",
    WARNING,
    title="Pelaksana berupa benda",
    sentence="Pelaksana “{pelaksana}” {sebab}, bukan orang atau unit.",
    advice=(
        "Tulis jabatan atau peran pelaksananya di judul kolom, atau pilih Jenis “Sistem” jika "
        "kegiatannya otomatis."
    ),
    reason="Yang bertanggung jawab atas suatu langkah adalah jabatan, bukan alatnya.",
)
def executor_is_a_thing(case: Case) -> Iterator[Problem]:
    """A lane named after a thing whose kind is not Sistem, by a symbol or by signs alone."""
    for part, actor in _lanes(case):
        said = words(actor.name)
        facts: Facts = {"pelaksana": quoted(actor.name)}
        if " ".join(said) in NO_NAMES or not any(map(str.isalpha, actor.name)):
            kind = "adalah nama simbol" if said and said[0].isalpha() else "berupa angka atau tanda"
            yield Problem(
                lane_head(part, actor),
                {**facts, "sebab": kind},
            )
        elif said[:1] and said[0] in THING_WORDS and folded(actor.kind) != "sistem":
            yield Problem(lane_head(part, actor), {**facts, "sebab": "adalah benda"})


@rule(
    "A-10",
    INFO,
    title="Nama pelaksana terlalu panjang",
    sentence="Nama pelaksana “{pelaksana}” terlalu panjang: {huruf} huruf.",
    advice="Singkat menjadi paling banyak 40 huruf, misalnya “Kabag Ketatalaksanaan”.",
    reason="Nama yang terlalu panjang sulit dibaca pada judul kolom diagram alir.",
)
def executor_name_long(case: Case) -> Iterator[Problem]:
    """More than 40 characters."""
    for part, actor in _lanes(case):
        if len(actor.name) > HEADER_LENGTH:
            facts: Facts = {"pelaksana": quoted(actor.name), "huruf": len(actor.name)}
            yield Problem(lane_head(part, actor), facts)


@rule(
    "A-12",
    INFO,
    title="Jabatan mungkin sudah dialihkan",
    sentence="Jabatan “{pelaksana}” umumnya sudah dialihkan ke jabatan fungsional.",
    advice=(
        "Periksa dalam peraturan susunan organisasi; jika jabatan itu masih ada, tidak perlu "
        "diubah."
    ),
    reason="PermenPAN-RB 25/2021 menyederhanakan struktur organisasi instansi pemerintah.",
)
def abolished_post(case: Case) -> Iterator[Problem]:
    """Kasubbag or Kasi in a unit whose structure the register calls simplified."""
    unit = case.register.unit(case.sop.unit_code)
    if unit and unit.simplified:
        for part, actor in _lanes(case):
            if ABOLISHED_POSTS.search(spelt(actor.name)):
                yield Problem(lane_head(part, actor), {"pelaksana": quoted(actor.name)})


@rule(
    "A-13",
    WARNING,
    title="Dua pelaksana dalam satu kolom",
    sentence="Kolom “{pelaksana}” menggabungkan lebih dari satu pelaksana.",
    advice="Beri setiap pelaksana kolom sendiri; langkah bersama diberi simbol pada kedua kolom.",
    reason="Kelaziman: satu kolom untuk satu pelaksana agar tanggung jawabnya jelas.",
)
def combined_executors(case: Case) -> Iterator[Problem]:
    """Parts of a lane name that each begin as a role ("PPK/Kasubbag")."""
    for part, actor in _lanes(case):
        if names_several(actor.name):
            yield Problem(lane_head(part, actor), {"pelaksana": quoted(actor.name)})


def _lanes(case: Case) -> Iterator[tuple[int, Actor]]:
    """All named lanes with the part of their procedure."""
    for procedure in case.sop.procedures:
        for actor in procedure.actors:
            yield procedure.part, actor


ACTOR_RULES: tuple[Rule, ...] = (
    no_executor,
    only_one_executor,
    too_many_executors,
    *TWIN_RULES,
    executor_without_step,
    lane_without_name,
    lanes_out_of_order,
    executor_is_a_person,
    executor_is_a_thing,
    executor_name_long,
    abolished_post,
    combined_executors,
)
