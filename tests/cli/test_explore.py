"""`debttree [TREE]`: refused without a terminal, with a hint at line mode."""

import pytest

from debttree.cli.main import main


@pytest.mark.parametrize("arguments", [[], ["alipay-overdue"], ["explore", "alipay-overdue"]])
def test_without_a_terminal_it_names_walk(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "debttree walk alipay-overdue" in err
