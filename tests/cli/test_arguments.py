"""The command line itself: languages, default command, misspelt commands, pipes, interrupts."""

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from debttree import __version__
from debttree.cli import main as program
from debttree.cli.arguments import commands, parse
from debttree.cli.main import main
from debttree.locales import phrases


def leave(*arguments: str) -> int:
    """The status of a command line that argparse ends."""
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"debttree {__version__}\n"
    assert leave("--lang", "zh", "--version") == 0


@pytest.mark.parametrize("command", ["", *commands(phrases("en"))])
def test_help_is_in_the_language_asked_for(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    rest = [command] if command else []
    assert leave("--lang", "zh", *rest, "--help") == 0
    chinese = capsys.readouterr().out
    assert chinese.startswith("用法：")
    assert "选项" in chinese
    assert leave("--lang", "en", *rest, "--help") == 0
    english = capsys.readouterr().out
    assert english.startswith("usage: ")
    assert english.isascii()


@pytest.mark.parametrize(
    ("arguments", "speaks", "into"),
    [
        (["texts", "x.toml", "--lang", "zh"], "en", "zh"),
        (["texts", "x.toml", "--lang=zh"], "en", "zh"),
        (["--lang", "zh", "texts", "x.toml", "--lang", "es"], "zh", "es"),
        (["--lang", "zh", "texts", "x.toml"], "zh", "zh"),
        (["check", "texts", "--lang", "zh"], "zh", "zh"),
    ],
)
def test_the_language_to_translate_into_is_not_the_programs(
    arguments: list[str], speaks: str, into: str
) -> None:
    _, options, session = parse(arguments)
    assert (session.say.interface, options.lang) == (speaks, into)


def test_of_texts_help_and_what_is_wrong_are_in_ones_own_language_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert leave("texts", "x.toml", "--lang", "zh", "--format", "x") == 2
    assert leave("texts", "--lang", "zh", "--help") == 0
    captured = capsys.readouterr()
    assert captured.err.isascii()
    assert captured.out.isascii()


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "x", "--journey", ""],
        ["export", "x", "--path="],
        ["paths", "x", "--to", ""],
        ["export", "x", "-o", "", "--path", "a"],
        ["walk", "x", "--journey", "", "--lang", "zh"],
    ],
)
def test_an_option_that_is_given_nothing_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave(*arguments) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert next(word for word in arguments if word.startswith("-")).removesuffix("=") in said[0]


@pytest.mark.parametrize(
    ("arguments", "tree", "private"),
    [
        ([], "alipay-overdue", False),
        (["x.toml"], "x.toml", False),
        (["--private", "--lang", "zh", "x.toml"], "x.toml", True),
        (["--lang=zh", "--now=2026-11-23", "x.toml", "--private"], "x.toml", True),
        (["./check"], "./check", False),
    ],
)
def test_without_a_command_the_explorer_opens(arguments: list[str], tree: str, private: bool) -> None:
    _, options, session = parse(arguments)
    assert options.command == "explore"
    assert options.tree == tree
    assert session.private is private


def test_a_misspelt_command_is_not_taken_for_a_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("chekc", "x.toml") == 2
    assert capsys.readouterr().err == ('debttree: There is no command "chekc".\n  Did you mean "check"?\n')


def test_wrong_usage_is_said_in_chinese_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("check", "--lang", "zh") == 2
    assert "还缺少" in capsys.readouterr().err


def test_a_choice_that_is_misspelt_is_said_in_chinese_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("trees", "--format", "jsn", "--lang", "zh") == 2
    said = capsys.readouterr().err
    assert "可选" in said
    assert "choose" not in said


def test_what_argparse_gives_a_commands_parser_besides_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_subparsers = argparse.ArgumentParser.add_subparsers

    def giving_more(self: argparse.ArgumentParser, **options: Any) -> Any:
        """As Python 3.14 began to give `color`; any other argument that this Python knows stands for it."""
        commands = add_subparsers(self, **options)
        add = commands.add_parser
        monkeypatch.setattr(
            commands, "add_parser", lambda name, **given: add(name, argument_default=None, **given)
        )
        return commands

    monkeypatch.setattr(argparse.ArgumentParser, "add_subparsers", giving_more)
    assert leave("check", "--lang", "en", "--help") == 0
    assert "FILE" in capsys.readouterr().out


def test_control_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    assert main(["check", "x"]) == 130


def test_a_broken_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m debttree graph alipay-overdue | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_a_terminal_without_unicode_still_gets_an_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "debttree", "graph", "alipay-overdue", "--lang", "zh"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        check=False,
    )
    assert done.returncode == 0
    assert b"\\u652f" in done.stdout


def test_every_module_of_a_command_is_a_command() -> None:
    folder = Path(program.__file__).parent / "commands"
    modules = {file.stem.replace("_", "-") for file in folder.glob("[!_]*.py")}
    assert modules == set(commands(phrases("en")))
