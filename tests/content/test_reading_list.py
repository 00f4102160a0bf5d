"""What a lawyer is handed for review never drifts from the trees."""

from pathlib import Path

import pytest

from debttree.cli.main import main
from tests.content.test_bundled_trees import tree_of

CONTENT = Path(__file__).parents[2] / "docs" / "content"


@pytest.mark.parametrize("name", ["alipay-overdue", "credit-card-overdue"])
def test_the_reading_lists_are_up_to_date(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`make reading-list` writes them anew."""
    day = str(tree_of(name).reviewed)
    assert main(["--lang", "zh,en", "--now", day, "print", name, "--format", "md"]) == 0
    assert (CONTENT / f"reading-list-{name}.md").read_bytes() == capsysbinary.readouterr().out
