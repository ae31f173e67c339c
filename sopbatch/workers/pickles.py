"""Values as bytes and back; what comes from a disk may name expected classes only."""

import pickle
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import Any

from sopbatch.model import Register
from sopbatch.model.once import alike_of, value_of
from sopbatch.model.remembered import remembered

PLAIN = frozenset(
    (
        *(("datetime", name) for name in ("date", "time", "datetime", "timedelta")),
        *(("builtins", name) for name in ("frozenset", "set")),
    )
)
PATHS = "pathlib"


def read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """How a read-only mapping comes back."""
    return MappingProxyType(values)


FUNCTIONS = {(one.__module__, one.__name__): one for one in (read_only, value_of, alike_of)}
"""How values come back besides the classes themselves."""


@lru_cache(2)
def once(data: bytes) -> Any:  # noqa: ANN401 - whatever was pickled
    """A value that goes with every task, one object for all that a process is given."""
    return pickle.loads(data)  # noqa: S301 - within what our parent wrote


class _Plain(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle declares it
        if isinstance(value, MappingProxyType):
            return read_only, (dict(value),)
        return NotImplemented


class _Pickler(_Plain):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle declares it
        if isinstance(value, Register):
            return once, (_bytes_of(value),)
        return super().reducer_override(value)


def pickled(value: object) -> bytes:
    """Read-only mappings included, which pickle alone refuses.

    A register is made bytes once and comes back as one object: of a large one, making it anew for
    each task took as long as the task.
    """
    return _dumped(_Pickler, value)


def _dumped(pickler: type[pickle.Pickler], value: object) -> bytes:
    stream = BytesIO()
    pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


@remembered
def _bytes_of(value: object) -> bytes:
    return _dumped(_Plain, value)


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: BytesIO, package: str) -> None:
        super().__init__(stream)
        self._package = f"{package}."

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle declares it
        if function := FUNCTIONS.get((module, name)):
            return function
        known = (module, name) in PLAIN or module.partition(".")[0] == PATHS
        if known or module.startswith(self._package):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not expected")


def unpickled(data: bytes, package: str) -> Any:  # noqa: ANN401 - whatever was pickled
    """What `pickled` gave, made of plain values, dates, paths and classes of the package alone.

    Raises:
        Exception: the bytes are damaged, or name something else; of many kinds.
    """
    return _Unpickler(BytesIO(data), package).load()
