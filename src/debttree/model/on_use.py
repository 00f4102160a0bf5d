"""Names of a package that are imported when they are asked for, not with it."""

from collections.abc import Callable, Mapping
from importlib import import_module


def imported_on_use(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package: it imports a name from its module on first use (PEP 562).

    Args:
        package: its name.
        homes: the module of each name.
    """

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(name)
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return found
