"""`--log-debug` tells every step on the error stream; without it not one is told."""

import re

import pytest

from sopbatch.writing.templates import sop_values, write_sop_template
from tests.batch.runs import AS_OF, command
from tests.samples import sample_sops

STEP = re.compile(r" *\d+ ms sopbatch\.[a-z_.]+: ")


def steps(err: str) -> list[str]:
    return [line for line in err.splitlines() if STEP.match(line)]


@pytest.mark.long
def test_what_is_read_joined_made_and_written_is_told_once_and_for_all_names(tmp_path):
    inbox, target = tmp_path / "masuk", tmp_path / "hasil"
    inbox.mkdir()
    form = write_sop_template(sop_values(sample_sops()[0]))
    (inbox / "surat\x1b[31m masuk.xlsx").write_bytes(form)
    first = command("--log-debug", "run", inbox, target, "--per-tanggal", AS_OF)
    told = "\n".join(steps(first.err))
    for step in ("register: none", "masuk.xlsx: Done", "counts", ".json: written"):
        assert step in told
    assert "\x1b" not in told
    second = command("--log-debug", "run", inbox, target, "--per-tanggal", AS_OF)
    assert "still holds" in second.err
    assert ".pdf: written" not in second.err
    assert steps(command("run", inbox, target, "--per-tanggal", AS_OF).err) == []
