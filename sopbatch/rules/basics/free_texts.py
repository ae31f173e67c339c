"""All texts an officer wrote freely, each with its place."""

from collections.abc import Iterator

from sopbatch.model import Place, Sop
from sopbatch.rules.basics.fields import FIELDS, list_items
from sopbatch.schema.fields import FieldKind

IDENTITY_TEXTS = tuple(key for key, field in FIELDS.items() if field.kind is FieldKind.TEXT)
LISTS = tuple(key for key, field in FIELDS.items() if field.kind is FieldKind.LIST)
STEP_TEXTS = ("activity", "inputs", "output", "remark")


def identity_texts(sop: Sop) -> Iterator[tuple[Place, str]]:
    """Text fields and list items of the identity that are not empty."""
    for key in IDENTITY_TEXTS:
        text: str = getattr(sop, key)
        if text:
            yield Place(key), text
    for key in LISTS:
        for row, item in enumerate(list_items(sop, key), start=1):
            yield Place(key, row), item


def step_texts(sop: Sop) -> Iterator[tuple[Place, str]]:
    """Activities, inputs, outputs and remarks of all steps that are not empty."""
    for procedure in sop.procedures:
        for step in procedure.steps:
            for key in STEP_TEXTS:
                text: str = getattr(step, key)
                if text:
                    yield Place(key, step.row, procedure.part), text


def free_texts(sop: Sop) -> Iterator[tuple[Place, str]]:
    """Both, identity first."""
    yield from identity_texts(sop)
    yield from step_texts(sop)
