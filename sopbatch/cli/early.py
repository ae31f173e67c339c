"""Work that begins while the rest of the program is still being loaded."""


def start_early(*, only_reads: bool = False) -> None:
    """Let a process for workers begin now; one that only reads is ready sooner."""
    from sopbatch.batch.workshop.start_early import start_early as begin

    begin(only_reads=only_reads)
