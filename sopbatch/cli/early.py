"""Work that begins while the rest of the program is still being loaded."""


def start_early() -> None:
    """Let a process for workers begin now."""
    from sopbatch.batch.workshop.start_early import start_early as begin

    begin()
