"""`debttree new FILE`: a first tree to change, with comments that explain it."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.editing.starter import Wishes, starter
from debttree.locales import Phrases
from debttree.model import Severity, Trouble, command_line, msg
from debttree.reading import STDIN, read
from debttree.storage.atomic import create_exclusive
from debttree.storage.library import ENDING
from debttree.storage.naming import named_file


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE."""
    parser.add_argument("file", metavar=say("FILE"), help=say("the file to make; - is standard output"))
    parser.add_argument(
        "--languages",
        metavar="L,M",
        help=say("the languages of the tree, the first is the fallback; default: zh,en"),
    )
    parser.add_argument(
        "--holidays",
        metavar=say("CODE"),
        help=say("whose working days deadlines follow: US-NY; default: CN, or nobody's with --languages"),
    )
    parser.add_argument("--blank", action="store_true", help=say("a beginning and an end, and no example"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the tree to a file that is not there yet, or to stdout."""
    text = _checked(starter(session.say, session.today, _wishes(options)))
    if options.file == STDIN:
        session.write(text)
        return ExitStatus.DONE
    file = named_file(options.file)
    if file.suffix != ENDING:
        raise Trouble(
            msg("The name of a tree's file ends in .toml."),
            msg('Did you mean "{name}"?', name=f"{options.file}{ENDING}"),
        )
    create_exclusive(file, text.encode())
    session.message(session.say("{file} is written.", file=str(file)))
    session.hint(msg("Change it in your editor, then: {command}", command=command_line("check", file)))
    return ExitStatus.DONE


def _wishes(options: argparse.Namespace) -> Wishes:
    if options.languages is None:
        return Wishes(holidays=options.holidays or "CN", blank=options.blank)
    names = (name.strip() for name in options.languages.replace("，", ",").split(","))
    languages = tuple(dict.fromkeys(name for name in names if name))
    if not languages:
        raise Trouble(msg("No language is named."), msg("Name them with commas between: --languages en,es"))
    return Wishes(languages, options.holidays, options.blank)


def _checked(text: str) -> str:
    """Return a tree that is to be written; refuse a language or a country that nobody knows, as `check` would."""
    for problem in read(text.encode(), "new").problems:
        if problem.severity is Severity.ERROR:
            raise Trouble(problem.message, problem.hint)
    return text
