"""Add arguments that several commands take, so that they are named and explained alike."""

import argparse
from collections.abc import Callable, Iterable

from debttree.locales import Phrases
from debttree.model import Message, Trouble, suggestion
from debttree.storage.library import DEFAULT_TREE


def chosen_words(
    text: str, known: Iterable[str], unknown: Callable[[str], Message], hint: Message | None = None
) -> tuple[str, ...]:
    """Return words that are written with commas between them.

    Args:
        text: as it was typed.
        known: the words there are.
        unknown: says that there is no such word.
        hint: what is said where none of the known words is near; default: all of them.

    Raises:
        Trouble: there is no such word.
    """
    known = tuple(known)
    words = tuple(filter(None, map(str.strip, text.split(","))))
    for word in words:
        if word not in known:
            raise Trouble(unknown(word), suggestion(word, known, hint))
    return words


def add_tree(parser: argparse.ArgumentParser, say: Phrases, *, optional: bool = False) -> None:
    """Add TREE; where it is optional the bundled tree is the default.

    Args:
        parser: of the command.
        say: the language of the help.
        optional: whether the bundled tree is the default.
    """
    if optional:
        parser.add_argument(
            "tree", nargs="?", default=DEFAULT_TREE, metavar=say("TREE"), help=say("a tree's name or file")
        )
    else:
        parser.add_argument("tree", metavar=say("TREE"), help=say("a tree's name or file"))


def add_draft(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --draft."""
    parser.add_argument(
        "--draft", action="store_true", help=say("nodes that are not written yet are ends, and no error")
    )


def add_avoid(parser: argparse.ArgumentParser, say: Phrases, explained: str) -> None:
    """Add --avoid, which may be repeated.

    Args:
        parser: of the command.
        say: the language of the help.
        explained: the help text.
    """
    parser.add_argument("--avoid", metavar=say("CONSEQUENCE"), action="append", default=[], help=explained)


def add_format(parser: argparse.ArgumentParser, say: Phrases, *more: str) -> None:
    """Add --format text or json, or one of the others that the command knows."""
    parser.add_argument(
        "--format",
        choices=("text", "json", *more),
        default="text",
        help=say("text for people, json for scripts"),
    )


def add_yes(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --yes."""
    parser.add_argument("--yes", action="store_true", help=say("do not ask"))
