"""Run debttree's own modules as on another system: `pytest -p tests.other_system --system win32 tests/storage`.

Each module of debttree gets its own `import`, which gives it stand-ins for modules of the standard library: they lack
the names that typeshed says the other system lacks, and report its name. All other modules (asyncio, pytest, textual)
get the real ones. Of what only Windows has, `msvcrt.locking` and a `rename` that overwrites no file are imitated here.
"""

import ast
import builtins
import fcntl
import importlib.machinery
import importlib.util
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SYSTEMS = ("win32", "darwin")
OURS = "debttree"


def stubs() -> Path:
    """The folder of typeshed's stubs of the standard library."""
    found = importlib.util.find_spec("mypy")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "typeshed" / "stdlib"


@cache
def names_on(module: str, system: str) -> frozenset[str]:
    """Every name that a module of the standard library has on a system; none: it lacks the module."""
    path = stubs() / Path(*module.split("."))
    file = path / "__init__.pyi" if path.is_dir() else path.with_suffix(".pyi")
    if not file.exists():
        return frozenset()
    return frozenset(_names(ast.parse(file.read_text("utf-8")).body, system))


def _names(body: Iterable[ast.stmt], system: str) -> Iterable[str]:
    for one in body:
        if isinstance(one, ast.If):
            yield from _names(one.body if _holds(one.test, system) else one.orelse, system)
        elif isinstance(one, (ast.FunctionDef, ast.ClassDef)):
            yield one.name
        elif isinstance(one, ast.AnnAssign):
            yield ast.unparse(one.target)
        elif isinstance(one, ast.Assign):
            yield from map(ast.unparse, one.targets)
        elif isinstance(one, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in one.names)


def _holds(test: ast.expr, system: str) -> bool:
    """Whether a condition of a stub, which compares `sys.platform` or `sys.version_info`, holds on a system."""
    told = type("Told", (), {"platform": system, "version_info": sys.version_info})
    return bool(eval(compile(ast.Expression(test), "<stub>", "eval"), {"sys": told, "__builtins__": {}}))


def lacking(module: str, system: str) -> frozenset[str]:
    """The names of a module that this system has and another lacks."""
    return names_on(module, sys.platform) - names_on(module, system)


class StandIn(ModuleType):
    """A module without some names, and with other values for some; all others are those of the real one.

    Args:
        real: the module that it stands for.
        without: names that it lacks.
        instead: names that have another value.
    """

    def __init__(self, real: ModuleType, without: frozenset[str], instead: Mapping[str, object]) -> None:
        super().__init__(real.__name__)
        own = {"_real": real, "_without": without, "_instead": instead}
        vars(self).update(own)

    def __getattr__(self, name: str) -> Any:
        if name in vars(self)["_instead"]:
            return vars(self)["_instead"][name]
        if name in vars(self)["_without"]:
            message = f"module {self.__name__!r} has no attribute {name!r} on that system"
            raise AttributeError(message)
        return getattr(vars(self)["_real"], name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(vars(self)["_real"], name, value)

    def __delattr__(self, name: str) -> None:
        delattr(vars(self)["_real"], name)


def _rename(source: str | Path, target: str | Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError(17, "that is there already", str(target))
    Path(source).rename(target)


def _locking(descriptor: int, mode: int, length: int) -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PermissionError(13, "Permission denied") from error


def _msvcrt() -> ModuleType:
    module = ModuleType("msvcrt")
    vars(module).update({"locking": _locking, "LK_NBLCK": 2, "kbhit": lambda: False, "getwch": lambda: ""})
    return module


def _instead(module: str, system: str) -> dict[str, object]:
    """The names that a module has only on that system, or with another value."""
    if module == "sys":
        return {"platform": system}
    if system != "win32":
        return {}
    if module == "locale":
        return {"getlocale": lambda _: (None, None)}
    if module == "os":
        flags = names_on("os", system) - names_on("os", sys.platform)
        return {"rename": _rename, **{name: 0 for name in flags if name.startswith("O_")}}
    return {"SIGBREAK": 21} if module == "signal" else {}


class _Builtins(dict[str, object]):
    """Python's present built-in names, except for those set here."""

    def __missing__(self, name: str) -> object:
        try:
            return getattr(builtins, name)
        except AttributeError:
            raise KeyError(name) from None


class OtherSystem:
    """The imports of debttree when it runs as on another system."""

    def __init__(self, system: str) -> None:
        self.system = system
        self._stands_in: dict[str, ModuleType] = {"msvcrt": _msvcrt()} if system == "win32" else {}
        self.builtins = _Builtins(__import__=self._import)

    def _import(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> ModuleType:
        if level == 0 and (stand_in := self._stand_in(name)) is not None:
            return stand_in
        return __import__(name, globals, locals, fromlist, level)

    def _stand_in(self, name: str) -> ModuleType | None:
        """The stand-in for a module that differs on that system, or None."""
        if name in self._stands_in:
            return self._stands_in[name]
        if name not in sys.stdlib_module_names:
            return None
        without, instead = lacking(name, self.system), _instead(name, self.system)
        if not (without or instead):
            return None
        if not names_on(name, self.system):
            message = f"No module named {name!r} on that system"
            raise ModuleNotFoundError(message, name=name)
        stand_in = StandIn(importlib.import_module(name), without, instead)
        return self._stands_in.setdefault(name, stand_in)


class _Finder:
    """Finds debttree's modules, and gives each the other `import` before it runs."""

    def __init__(self, other: OtherSystem) -> None:
        self._other = other

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] != OURS:
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path, target)
        if found is not None and isinstance(found.loader, importlib.machinery.SourceFileLoader):
            found.loader = _Loader(found.loader.name, found.loader.path)
            found.loader.other = self._other
        return found


class _Loader(importlib.machinery.SourceFileLoader):
    other: OtherSystem

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["__builtins__"] = self.other.builtins
        super().exec_module(module)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--system", choices=SYSTEMS, help="run debttree's modules as on this system")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Install the finder before any conftest imports debttree."""
    system = early_config.known_args_namespace.system
    if system is not None:
        loaded = [name for name in sys.modules if name.partition(".")[0] == OURS]
        assert not loaded, f"too late: {loaded}"
        sys.meta_path.insert(0, _Finder(OtherSystem(system)))
