"""The environment of every test: a home of its own, no locale, no colours, no animations."""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "gate", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("long", settings.get_profile("gate"), max_examples=1_000)
settings.load_profile("gate")

gc.set_threshold(100_000, 20, 20)  # the collector's passes over all modules took a fifth of the time
os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when textual is imported
os.environ["TEXTUAL_FPS"] = "250"  # a frame is waited for, and nobody looks


TESTS = Path(__file__).parent

_NUMBERS = count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for this test, without the cost of pytest's, which lists all others and moves a link for each test."""
    return _another_folder(tmp_path_factory, "test")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home for this test, so that no file of the user is read or written."""
    home = _another_folder(tmp_path_factory, "home")
    live_in(home, monkeypatch)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield home
    with suppress(OSError):  # something is in it, to be looked at
        home.rmdir()  # most are empty: a later run would spend seconds on the thousands of an earlier one


def live_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder the home, with all that the system keeps there."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))


def _another_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    folder = factory.getbasetemp() / f"{name}-{next(_NUMBERS):05}"
    folder.mkdir(mode=0o700)
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Let each worker import other test files first: the first import rewrites a file's asserts, for all workers."""
    worker = getattr(config, "workerinput", None)
    if worker and config.args == config.getini("testpaths"):
        number, workers = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
        for file in sorted(TESTS.rglob("test_*.py"))[number::workers]:
            with suppress(pytest.skip.Exception):  # not for this system
                import_module(".".join(file.relative_to(TESTS.parent).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """Take all modules and all tests out of the collector's sight: they stay until the end."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-snapshots: snapshots are rewritten only on request, and must be reviewed then."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write the text snapshots of the screens anew"
    )
