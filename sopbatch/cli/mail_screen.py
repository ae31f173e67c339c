"""What the commands that speak with mail servers show."""

from typing import Any

from rich.console import Console

from sopbatch.batch.commands.fetch import Fetched
from sopbatch.batch.commands.send import Sent
from sopbatch.batch.commands.waiting import SendingPlan
from sopbatch.cli.asking import can_ask, says_yes
from sopbatch.cli.terminal import console, print_json, show_notes, shown
from sopbatch.ledger import Bounce
from sopbatch.model import SopbatchError

TOO_LARGE = "terlalu besar ({size} MB), ambil sendiri dari kotak surat"


def show_fetched(fetched: Fetched, *, as_json: bool) -> None:
    """What a fetch brought."""
    if as_json:
        print_json(_facts(fetched))
        return
    screen = console()
    screen.print(f"Surel baru: {len(fetched.new)}, di {shown(str(fetched.folder))}")
    for count, what in (
        (fetched.known, "sudah pernah diambil"),
        (fetched.older, "tiba sebelum tanggal yang diminta; tidak diambil"),
        (fetched.gone, "sudah dihapus sebelum diambil"),
        (fetched.tidied, "dipindahkan atau ditandai di server"),
    ):
        if count:
            screen.print(f"  {count} surel {what}")
    for one in fetched.large:
        size = TOO_LARGE.format(size=one.size >> 20)
        screen.print(f"[yellow]Dilewati:[/] surel yang tiba {one.day or 'tanpa tanggal'} {size}")
    _show_bounces(screen, fetched.bounces)
    show_notes(screen, fetched.notes)
    if fetched.new:
        screen.print("Berikutnya: “sopbatch run” dengan folder masukan yang sama.")


def _facts(fetched: Fetched) -> dict[str, Any]:
    return {
        "baru": list(fetched.new),
        "sudah_ada": fetched.known,
        "hilang_saat_diambil": fetched.gone,
        "sebelum_tanggal": fetched.older,
        "terlalu_besar": [{"tiba": one.day, "ukuran": one.size} for one in fetched.large],
        "tidak_sampai": [{"alamat": one.address, "sebab": one.reason} for one in fetched.bounces],
        "dirapikan": fetched.tidied,
        "catatan": list(fetched.notes),
    }


def _show_bounces(screen: Console, bounces: tuple[Bounce, ...]) -> None:
    for bounce in bounces:
        told = f" ({bounce.reason})" if bounce.reason else ""
        screen.print(f"[red]Tidak sampai:[/] balasan kepada {shown(bounce.address)}{shown(told)}")


def show_plan(plan: SendingPlan) -> None:
    """What would be sent to whom, and what would not."""
    screen = console()
    for draft in plan.ready:
        attached = f"; lampiran: {', '.join(draft.attachments)}" if draft.attachments else ""
        told = f"{', '.join(draft.recipients)}: {draft.subject}{attached}"
        screen.print(f"[green]Siap dikirim:[/] {shown(told)} ({max(1, draft.size >> 10)} KB)")
    if plan.sent:
        screen.print(f"Sudah terkirim sebelumnya: {len(plan.sent)} surel.")
    if plan.among_drafts:
        count = len(plan.among_drafts)
        screen.print(f"Sudah di folder konsep kotak surat: {count} surel; kirimkan dari sana.")
    for one in plan.doubtful:
        screen.print(
            f"[yellow]Meragukan:[/] {shown(one.address)}: {shown(one.subject)} (mulai dikirim "
            f"{shown(one.moment)}; periksa folder Terkirim, lalu tambahkan --ulangi-meragukan jika "
            "tidak ada di sana)"
        )
    for one in plan.refused:
        screen.print(f"[red]Ditolak server:[/] {shown(one.address)} ({shown(one.told)})")
    for name, reason in plan.unfit:
        screen.print(f"[yellow]Dilewati:[/] {shown(name)} ({shown(reason)})")
    _show_bounces(screen, plan.bounces)
    if not plan.ready:
        screen.print("Tidak ada konsep yang perlu dikirim.")


def agrees(count: int, *, agreed: bool, to_drafts: bool) -> None:
    """Ask before anything leaves.

    Raises:
        SopbatchError: the answer is no, or nobody can be asked.
    """
    if agreed:
        return
    if not can_ask():
        raise SopbatchError("Tidak ada yang dikirim; tambahkan --ya jika daftar itu disetujui.")
    asked = f"Simpan {count} konsep di kotak surat?" if to_drafts else f"Kirim {count} surel?"
    if not says_yes(asked):
        raise SopbatchError("Tidak ada yang dikirim.")


def show_sent(sent: Sent, *, to_drafts: bool) -> None:
    """What became of each."""
    screen = console()
    if to_drafts:
        screen.print(f"Tersimpan di folder konsep: {len(sent.taken)} surel; kirimkan dari sana.")
    else:
        screen.print(f"Terkirim: {len(sent.taken)} surel.")
    for title, colour, told in (
        ("Ditolak server", "red", sent.refused),
        ("Meragukan", "yellow", sent.doubtful),
        ("Belum terkirim", "yellow", sent.left),
    ):
        for draft, why in told:
            line = f"{', '.join(draft.recipients)} ({why})"
            screen.print(f"[{colour}]{title}:[/] {shown(line)}")
    if sent.left:
        screen.print("Jalankan lagi untuk mengirim yang belum terkirim.")


def show_failure(error: SopbatchError) -> None:
    """Why mails could not be fetched, after all else was done."""
    console().print(f"[red]Surel belum diambil:[/] {shown(str(error))}")
