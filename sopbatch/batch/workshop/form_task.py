"""Documents of a workbook of another kind than the SOP."""

from dataclasses import dataclass

from sopbatch.batch.workshop.tasks import Files
from sopbatch.model import FormReading, Register


@dataclass(frozen=True, slots=True)
class FormTask:
    """Write the documents of one workbook."""

    reading: FormReading
    register: Register
    logo: bytes

    def do(self) -> Files:
        """The documents that the kind has, by their whole names."""
        from sopbatch.batch.family.members import member_of

        member = member_of(self.reading.kind)
        if member is None:
            raise ValueError(f"no such kind: {self.reading.kind}")
        written = member.write(self.reading, self.register, self.logo)
        return Files(tuple((one.name, one.content) for one in written))
