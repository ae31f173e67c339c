"""Write input/ anew: the register and every file of the sample batch."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.office import running_office
from tests.sample_batch.dirty import DIRTY
from tests.sample_batch.family import FAMILY
from tests.sample_batch.good import GOOD
from tests.sample_batch.mails import MAILS
from tests.sample_batch.register import REGISTER

INPUT = Path(__file__).parents[2] / "input"


def main() -> None:
    """Replace the whole folder, once all files are made."""
    with TemporaryDirectory(dir=INPUT.parent, prefix=".input-") as folder:
        new = Path(folder) / "new"
        new.mkdir()
        (new / FILE_NAME).write_bytes(write_register_template(REGISTER))
        with running_office() as office:
            for sample in (*GOOD, *DIRTY, *FAMILY, *MAILS):
                path = new / sample.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(sample.make(office))
        shutil.rmtree(INPUT, ignore_errors=True)
        new.rename(INPUT)


if __name__ == "__main__":
    main()
