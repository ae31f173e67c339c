"""The workbooks that lie ready in the folder of templates."""

from collections.abc import Mapping
from types import MappingProxyType

from sopbatch.writing.templates.register import write_register_template
from sopbatch.writing.templates.sop import write_sop_template
from sopbatch.writing.templates.values import example_values

SOP_FILE = "Template_SOP.xlsx"
REGISTER_FILE = "Template_Daftar_Induk.xlsx"
EXAMPLE_FILE = "Contoh_SOP_Terisi.xlsx"


def template_files() -> Mapping[str, bytes]:
    """File name to content: the SOP template, the register template and the filled example."""
    return MappingProxyType(
        {
            SOP_FILE: write_sop_template(),
            REGISTER_FILE: write_register_template(),
            EXAMPLE_FILE: write_sop_template(example_values()),
        }
    )
