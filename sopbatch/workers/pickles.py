"""Values as bytes and back; what comes from a disk may name expected classes only."""

import pickle
from io import BytesIO
from types import MappingProxyType
from typing import Any

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


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle declares it
        if isinstance(value, MappingProxyType):
            return read_only, (dict(value),)
        return NotImplemented


def pickled(value: object) -> bytes:
    """Read-only mappings included, which pickle alone refuses."""
    stream = BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: BytesIO, package: str) -> None:
        super().__init__(stream)
        self._package = f"{package}."

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle declares it
        if (module, name) == (read_only.__module__, read_only.__name__):
            return read_only
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
