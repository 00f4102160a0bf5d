"""The wheel and the sdist hold all that the program needs, and find the bundled trees in themselves."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from debttree.storage.library import STORIES

ROOT = Path(__file__).parents[1]
TREES = sorted(file.name for file in (ROOT / "trees").iterdir())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and an sdist, built without a network."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--no-isolation",
            "--outdir",
            str(folder),
            "--sdist",
            "--wheel",
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_the_wheel_has_trees_catalogues_and_types(built: Path) -> None:
    with zipfile.ZipFile(only(built, "*.whl")) as wheel:
        names = set(wheel.namelist())
    assert {f"debttree/trees/{name}" for name in TREES} <= names
    assert "debttree/locales/zh/LC_MESSAGES/debttree.mo" in names
    assert "debttree/py.typed" in names
    assert not any(name.startswith(("tests/", "trees/", "docs/")) for name in names)


def test_the_sdist_can_build_that_wheel_again(built: Path, tmp_path: Path) -> None:
    with tarfile.open(only(built, "*.tar.gz")) as sdist:
        if hasattr(tarfile, "data_filter"):  # from 3.11.4 on; the archive is our own
            sdist.extraction_filter = tarfile.data_filter
        sdist.extractall(tmp_path)
    source = only(tmp_path, "debttree-*")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(only(tmp_path, "*.whl")) as again, zipfile.ZipFile(only(built, "*.whl")) as first:
        assert set(again.namelist()) == set(first.namelist())


def test_an_installed_wheel_reads_the_trees_in_the_package(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(only(built, "*.whl")) as wheel:
        wheel.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from debttree.storage.library import bundled_folder, trees\n"
        "print(bundled_folder()); print(*[name for name, _, bundled in trees() if bundled])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    folder, names = done.stdout.splitlines()
    assert Path(folder) == tmp_path / "debttree" / "trees"
    assert names.split() == [
        Path(name).stem for name in TREES if name.endswith(".toml") and not name.endswith(STORIES)
    ]


def test_an_edit_in_a_checkout_shows_at_once() -> None:
    program = (
        "import debttree; from debttree.storage.library import bundled_folder\n"
        "from importlib.metadata import files\n"
        "print(bundled_folder()); print(*[str(f) for f in files('debttree') or () if 'trees' in f.parts])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    folder, *copies = done.stdout.strip().splitlines()
    assert Path(folder) == ROOT / "trees"
    assert copies == [], "an editable install holds a copy of the trees, which would grow stale"


def test_constraints_pin_versions_and_name_no_registry() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line), line
