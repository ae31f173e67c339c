"""Generated procedures of the shape of signed SOPs, as 311 of them were measured.

3 to 20 steps with a median of 7, mostly 3 to 5 lanes, texts of one to six lines, here and there a
Keterangan of up to 24, and rows that hold sequences in two procedures of three.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from sopbatch.model import Actor, Duration, Procedure, Step
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.turns import in_turns, symbols_in

SEED = 311
STEPS = (3, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 12, 13, 15, 17, 20)
LANES = (1, 2, 2, *(3,) * 16, *(4,) * 9, *(5,) * 5, 6)
ROLES = (
    *("Kepala BPS Kabupaten", "Kepala Subbagian Umum", "Petugas Pelayanan"),
    *("Pejabat Pembuat Komitmen", "Ketua Tim", "Pengguna Layanan"),
)
VERBS = ("Menerima", "Memeriksa", "Menyusun", "Menyampaikan", "Mencatat", "Menelaah", "Mengirim")
OBJECTS = (
    *("surat permohonan", "konsep laporan kegiatan", "daftar hadir peserta rapat"),
    *("dokumen kelengkapan administrasi", "hasil pemutakhiran data", "bukti pertanggungjawaban"),
)
MORE = (
    *("kepada Kepala melalui Subbagian Umum", "sesuai ketentuan yang berlaku"),
    *("dan mengunggahnya ke aplikasi", "untuk mendapatkan persetujuan", "beserta lampirannya"),
    *("paling lambat satu hari setelah kegiatan selesai", "bersama petugas lapangan"),
)
PAPERS_USED = (
    *("Surat tugas", "Disposisi", "Formulir pendaftaran", "Konsep laporan", "Data hasil olahan"),
    *("Kerangka Acuan Kerja", "Berita acara serah terima barang", "Tanda terima"),
)
TIMES = ("1 hari", "30 menit", "15 menit", "1 jam", "2-3 hari kerja", "1 minggu", "")


def real_shapes(count: int) -> Iterator[Procedure]:
    """The same procedures every time."""
    random = Random(SEED)
    for _ in range(count):
        yield _procedure(random)


def _procedure(random: Random) -> Procedure:
    count, lanes = random.choice(STEPS), random.choice(LANES)
    sequences = random.random() < 2 / 3
    remarks = random.choice((0.0, 0.0, 0.15, 0.4))
    wordy = random.choice((0, 1, 1, 2, 3))
    lane, steps = random.randrange(lanes), []
    for number in range(1, count + 1):
        lane = max(0, min(lanes - 1, lane + random.choice((-2, -1, 0, 1, 1, 2))))
        words = _symbols(random, number, count, sequences)
        steps.append(_step(random, number, lane, lanes, words, wordy, remarks))
    actors = tuple(Actor(name, lane=number) for number, name in enumerate(ROLES[:lanes], 1))
    return Procedure("Prosedur", 1, actors, resolve_branches(tuple(steps)))


def _symbols(random: Random, number: int, count: int, sequences: bool) -> list[str]:
    further = ["Proses"] * (sequences and random.choice((0, 0, 1, 1, 2)))
    if number == 1:
        return ["Mulai", *further]
    if number == count:
        return [*further, "Selesai"]
    return [*further, "Keputusan" if random.random() < 0.16 else "Proses"]


def _step(
    random: Random,
    number: int,
    lane: int,
    lanes: int,
    words: list[str],
    wordy: int,
    remarks: float,
) -> Step:
    cells: dict[int, list[str]] = {}
    for shift, word in enumerate(words):
        cells.setdefault((lane + shift) % lanes + 1, []).append(word)
    typed = [
        symbol
        for cell in sorted(cells)
        for symbol in symbols_in(cell - 1, cell, ", ".join(cells[cell]))
    ]
    step = Step(
        row=number,
        number=number,
        number_raw=str(number),
        activity=_sentence(random, random.randint(wordy, wordy + 2)),
        inputs=_list(random, random.choice((0, 1, 1, 1, 2, 2, 3, 4))),
        duration=Duration(raw=random.choice(TIMES)),
        output=_list(random, random.choice((0, 1, 1, 1, 1, 2, 3))),
        remark=_remark(random, remarks),
        no_target=str(random.randint(1, number - 1)) if "Keputusan" in words else "",
    )
    return replace(step, nodes=tuple(in_turns(typed, jointly=False, parts=parts(step))))


def _sentence(random: Random, more: int) -> str:
    return " ".join(
        (random.choice(VERBS), random.choice(OBJECTS), *random.sample(MORE, min(more, len(MORE))))
    )


def _list(random: Random, items: int) -> str:
    return "\n".join(random.sample(PAPERS_USED, items))


def _remark(random: Random, share: float) -> str:
    """Mostly nothing; else a note, and one in twelve is a whole guideline."""
    if random.random() >= share:
        return ""
    sentences = 9 if random.random() < 1 / 12 else random.choice((1, 1, 1, 2, 3))
    return ". ".join(_sentence(random, 1) for _ in range(sentences))
