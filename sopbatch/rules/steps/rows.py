"""Rules about the rows of the procedure table: number, symbol, mutu baku (P-01 to P-20)."""

from collections.abc import Iterator

from sopbatch.model import Problem, Step
from sopbatch.rules.basics.procedures import Facts, each_step, told
from sopbatch.rules.basics.wording import shown, unanswered
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, at, reported, rule
from sopbatch.rules.steps.symbols import SYMBOL_RULES, told_at
from sopbatch.rules.steps.texts import STEP_TEXT_RULES
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import DURATION_COLUMN, INPUTS_COLUMN, OUTPUT_COLUMN
from sopbatch.text.blank import blank

FEWEST_STEPS = 2
USUAL_STEPS = (4, 20)
SHORT = "prosedur yang pendek diuraikan menjadi sedikitnya empat langkah"
LONG = "prosedur yang panjang dibagi menjadi beberapa SOP mikro"
"""What to do with a procedure of fewer, and of more, than the usual number of steps."""
QUALITY = (
    "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: mutu baku setiap kegiatan "
    "adalah kelengkapan, waktu, dan output."
)


@rule(
    "P-01",
    ERROR,
    title="Banyaknya langkah tidak lazim",
    sentence="Tabel Prosedur berisi {jumlah} langkah, sedangkan lazimnya 4 sampai 20 langkah.",
    advice="Tulis satu kegiatan dalam satu baris; {cara}.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, prinsip kemudahan dan kejelasan: prosedur mudah dipahami "
        "dan dijalankan."
    ),
    essential=ANYWHERE,
)
def number_of_steps(case: Case) -> Iterator[Problem]:
    """Fewer than 2 steps; a warning below 4 and above 20."""
    least, most = USUAL_STEPS
    for procedure in case.sop.procedures:
        count = len(procedure.steps)
        if not least <= count <= most:
            place = at("activity", min(count, most + 1), procedure.part)
            severity = WARNING if count >= FEWEST_STEPS else None
            cure = SHORT if count < least else LONG
            yield Problem(place, {"jumlah": count, "cara": cure}, severity=severity)


@rule(
    "P-02",
    ERROR,
    title="Nomor langkah tidak berurutan",
    sentence="Nomor langkah pada baris ke-{baris} adalah “{nomor}”, seharusnya {baris}.",
    advice=(
        "Salin sel No. dari baris lain, karena kolom itu terisi otomatis; jika nomor diketik, "
        "urutkan 1, 2, 3 tanpa lompatan."
    ),
    reason="Nomor langkah dipakai sebagai tujuan cabang, jadi harus berurutan dan hanya satu.",
)
def number_out_of_sequence(case: Case) -> Iterator[Problem]:
    """A typed number that does not count on; the first after each gap only, so not all below.

    Of rows one below the other that are counted otherwise (I, II, III) the first is told.
    Numbers that the form calculates and numbers left out ask nothing; the rows of a new stage may
    begin again at 1.
    """
    for procedure in case.sop.procedures:
        expected, unread = {1}, False
        for step in procedure.steps:
            if step.stage:
                expected = expected | {1}
            if not step.number_raw:
                expected = expected | {number + 1 for number in expected}
                continue
            alike = step.number is None and unread
            unread = step.number is None
            if not alike and (unread or step.number not in expected):
                facts: Facts = {"baris": step.row, "nomor": shown(step.number_raw)}
                yield Problem(at("no", step.row, procedure.part), facts)
            expected = {number + 1 for number in expected}
            if step.number is not None:
                expected = {step.number + 1}


@rule(
    "P-03",
    ERROR,
    title="Kegiatan belum diisi",
    sentence="Kegiatan pada langkah {langkah} {keadaan}.",
    advice="Tulis kegiatannya, diawali kata kerja, misalnya “Menelaah kelengkapan permohonan”.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: setiap langkah menyebut kegiatannya.",
    reports_blank=True,
)
def activity_blank(case: Case) -> Iterator[Problem]:
    """Kegiatan says nothing."""
    for procedure, step in each_step(case):
        if blank(step.activity):
            facts = {"langkah": told(step), "keadaan": unanswered(step.activity)}
            yield Problem(at("activity", step.row, procedure.part), facts)


@rule(
    "P-11",
    WARNING,
    title="Kelengkapan belum diisi",
    sentence="Kelengkapan langkah {langkah} {keadaan}.",
    advice="Tulis berkas atau bahan yang diperlukan, misalnya “Surat permohonan”.",
    reason=QUALITY,
    reports_blank=True,
)
def inputs_blank(case: Case) -> Iterator[Problem]:
    """Kelengkapan says nothing."""
    for procedure, step in each_step(case):
        if blank(step.inputs):
            facts = {"langkah": told(step), "keadaan": unanswered(step.inputs)}
            yield Problem(at("inputs", step.row, procedure.part), facts)


@rule(
    "P-12",
    ERROR,
    title="Output belum diisi",
    sentence="Output langkah {langkah} {keadaan}.",
    advice="Tulis hasil langkah ini sebagai kata benda, misalnya “Surat yang sudah diparaf”.",
    reason=QUALITY,
    reports_blank=True,
)
def output_blank(case: Case) -> Iterator[Problem]:
    """Output says nothing; a warning for decisions, whose result is often the answer itself."""
    for procedure, step in each_step(case):
        if blank(step.output):
            yield Problem(
                at("output", step.row, procedure.part),
                {"langkah": told(step), "keadaan": unanswered(step.output)},
                severity=WARNING if step.decides else None,
            )


@rule(
    "P-16",
    INFO,
    title="Baris nomor kolom dilewati",
    sentence="Baris nomor kolom di bawah judul tabel tidak dibaca sebagai langkah.",
    advice="Baris itu boleh dihapus; nomor kolom tidak diperlukan di sini.",
    reason="Nomor kolom hanya diperlukan pada naskah cetak, bukan pada lembar isian.",
)
def column_numbers_left(case: Case) -> Iterator[Problem]:
    """A row "(1) (2) (3) …" that reading passed over; told at the first step below it."""
    for problem in reported(case, "P-16"):
        yield Problem(at("activity", 1, problem.place.part))


@rule(
    "P-17",
    WARNING,
    title="Baris tanpa nomor",
    sentence="Baris tanpa nomor di bawah langkah {langkah} dibaca sebagai lanjutan langkah itu.",
    advice="Beri nomor jika baris itu langkah tersendiri; jika bukan, satukan dengan yang di atas.",
    reason="Hanya baris bernomor yang terbaca sebagai langkah.",
)
def row_without_number(case: Case) -> Iterator[Problem]:
    """A row that reading joined to the step above it."""
    for problem in reported(case, "P-17"):
        yield Problem(problem.place, {"langkah": told_at(case, problem.place)})


@rule(
    "P-28",
    INFO,
    title="Baris yang bukan langkah",
    sentence="Baris {baris} (“{teks}”) dibaca sebagai {sebagai}, bukan sebagai langkah.",
    advice="Pilih simbolnya jika baris itu sebuah langkah; jika bukan, baris itu boleh dihapus.",
    reason="Hanya langkah yang digambar; pengesahan dan jumlah waktu dicetak otomatis.",
)
def row_is_no_step(case: Case) -> Iterator[Problem]:
    """A block of signatures, a total, a note, or a heading of a stage without steps."""
    return reported(case, "P-28")


@rule(
    "P-20",
    INFO,
    title="Isian langkah terlalu panjang",
    sentence="{kolom} langkah {langkah} terlalu panjang: {huruf} huruf, paling banyak {batas}.",
    advice="Ringkas isinya, atau pindahkan rinciannya ke Keterangan.",
    reason="Teks yang panjang membuat baris diagram alir tinggi dan halaman bertambah.",
)
def quality_text_long(case: Case) -> Iterator[Problem]:
    """Kelengkapan or Output above 110 characters, Waktu above 40."""
    for procedure, step in each_step(case):
        for field, text in _quality(step):
            if len(text) > field.max_length:
                facts: Facts = {
                    "kolom": field.label,
                    "langkah": told(step),
                    "huruf": len(text),
                    "batas": field.max_length,
                }
                yield Problem(at(field.key, step.row, procedure.part), facts)


def _quality(step: Step) -> tuple[tuple[Field, str], ...]:
    return (
        (INPUTS_COLUMN, step.inputs),
        (DURATION_COLUMN, step.duration.raw),
        (OUTPUT_COLUMN, step.output),
    )


STEP_RULES: tuple[Rule, ...] = (
    number_of_steps,
    number_out_of_sequence,
    activity_blank,
    *SYMBOL_RULES,
    inputs_blank,
    output_blank,
    column_numbers_left,
    row_without_number,
    row_is_no_step,
    quality_text_long,
    *STEP_TEXT_RULES,
)
