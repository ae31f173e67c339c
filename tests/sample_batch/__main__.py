"""Write input/ anew: the register and every file of the sample batch."""

import shutil
from pathlib import Path

from sopbatch.schema.register_v1 import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.office import running_office
from tests.sample_batch.dirty import DIRTY
from tests.sample_batch.good import GOOD
from tests.sample_batch.register import REGISTER

INPUT = Path(__file__).parents[2] / "input"


def main() -> None:
    """Replace the whole folder."""
    shutil.rmtree(INPUT, ignore_errors=True)
    INPUT.mkdir()
    (INPUT / FILE_NAME).write_bytes(write_register_template(REGISTER))
    with running_office() as office:
        for sample in (*GOOD, *DIRTY):
            path = INPUT / sample.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sample.make(office))


if __name__ == "__main__":
    main()
