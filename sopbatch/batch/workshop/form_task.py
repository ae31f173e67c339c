"""Documents of a workbook of another kind than the SOP."""

from dataclasses import dataclass

from sopbatch.model import FormReading, Register


@dataclass(frozen=True, slots=True)
class FormTask:
    """Write the documents of one workbook."""

    reading: FormReading
    register: Register
    logo: bytes


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """Files by their names, with endings."""

    files: tuple[tuple[str, bytes], ...]


def write_form_documents(task: FormTask) -> FormAnswer:
    """The documents that the kind has."""
    from sopbatch.batch.family.members import member_of

    member = member_of(task.reading.kind)
    if member is None:
        raise ValueError(f"no such kind: {task.reading.kind}")
    written = member.write(task.reading, task.register, task.logo)
    return FormAnswer(tuple((one.name, one.content) for one in written))
