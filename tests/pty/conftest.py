"""The small tree for tests in a real terminal."""

from pathlib import Path

import pytest

from tests import tasks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the small tree."""
    file = tmp_path / "loan.toml"
    file.write_text(tasks.LOAN)
    return file
