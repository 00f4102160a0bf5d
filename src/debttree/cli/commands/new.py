"""`debttree new FILE`: a first tree to change, with comments that explain it, or one out of what is there already."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.editing.starter import Wishes, starter
from debttree.incoming.assembling import assembled
from debttree.incoming.found import NotReadable, gathered
from debttree.incoming.sources import ENDINGS, read_source
from debttree.incoming.writing import Promised, written
from debttree.locales import Phrases
from debttree.model import Severity, Trouble, clean_line, command_line, is_language, msg
from debttree.model.file_names import is_portable
from debttree.reading import STDIN, read, read_bytes
from debttree.storage.atomic import create_exclusive
from debttree.storage.library import ENDING
from debttree.storage.naming import named_file


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE and what it is made from."""
    parser.add_argument("file", metavar=say("FILE"), help=say("the file to make; - is standard output"))
    parser.add_argument(
        "--from",
        dest="source",
        metavar=say("SOURCE"),
        help=say(
            "make it out of a Markdown outline, a table or a drawing: {endings}", endings=" ".join(ENDINGS)
        ),
    )
    parser.add_argument(
        "--languages",
        metavar="L,M",
        help=say("the languages of the tree, the first is the fallback; default: zh,en"),
    )
    parser.add_argument(
        "--holidays",
        metavar=say("CODE"),
        type=clean_line,
        help=say("whose working days deadlines follow: US-NY; default: CN, or nobody's with --languages"),
    )
    parser.add_argument("--blank", action="store_true", help=say("a beginning and an end, and no example"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the tree to a file that is not there yet, or to stdout."""
    file = None if options.file == STDIN else named_file(options.file)
    if file is not None and file.suffix != ENDING:
        raise Trouble(
            msg("The name of a tree's file ends in .toml."),
            msg('Did you mean "{name}"?', name=f"{options.file}{ENDING}"),
        )
    wishes = _wishes(options)
    if options.source is None:
        text = _checked(starter(session.say, session.today, wishes))
    else:
        text = _made_from(options, session, wishes)
    if file is None:
        session.write_bytes(text.encode())
        return ExitStatus.DONE
    create_exclusive(file, text.encode())
    session.message(session.say("{file} is written.", file=str(file)))
    if not is_portable(file.name):  # a warning: the name is the person's choice
        session.hint(msg("Windows gives no file such a name: choose another one if the tree is to go there."))
    session.hint(msg("Change it in your editor, then: {command}", command=command_line("check", file)))
    return ExitStatus.DONE


def _made_from(options: argparse.Namespace, session: Session, wishes: Wishes) -> str:
    """Return the tree that a source makes; say on stderr of each line that has no place in it."""
    source, say = options.source, session.say
    if options.blank:
        raise Trouble(msg("--from makes a tree out of what is there, --blank an empty one: leave one out."))
    try:
        found = read_source(read_bytes(source), source)
        tables = list(assembled(found, "" if source == STDIN else named_file(source).stem))
    except NotReadable as error:
        reason = msg("{file}: {reason}", file=source, reason=error.message)
        raise NotReadable(reason, hint=error.hint) from None
    day = session.today.isoformat()
    head = msg("Made from {source} on {day}. What was guessed says so above it.", source=source, day=day)
    text = written(tables, head, say, _promised(options, wishes))
    _checked(text, only_about=True)
    for one in gathered(found.unplaced):
        place = f"{clean_line(source)}:{one.line}" if one.line else clean_line(source)
        session.message(f"{place}: {say.tell(one.reason)}")
    guesses = sum(len(table.remarks) for table in tables)
    session.message(
        say(
            "Nodes: {nodes}. Choices: {choices}. Guesses, each with a comment in the file: {guesses}. "
            "Not placed: {lost}.",
            nodes=len(found.nodes),
            choices=len(found.arrows),
            guesses=guesses,
            lost=len(found.unplaced),
        )
    )
    return text


def _promised(options: argparse.Namespace, wishes: Wishes) -> Promised:
    """Return the languages and holidays for a tree from a source, as far as the command line gives them."""
    return Promised(wishes.languages if options.languages else (), options.holidays)


def _wishes(options: argparse.Namespace) -> Wishes:
    if options.languages is None:
        return Wishes(holidays=options.holidays or "CN", blank=options.blank)
    names = (name.strip() for name in options.languages.replace("，", ",").split(","))
    languages = tuple(dict.fromkeys(name for name in names if name))
    if not languages:
        raise Trouble(msg("No language is named."), msg("Name them with commas between: --languages en,es"))
    for name in languages:
        if not is_language(name):  # as a key of a text it would be no TOML
            hint = msg("Languages are written like en, zh or zh-Hant.")
            raise Trouble(msg('"{name}" is no language.', name=name), hint)
    return Wishes(languages, options.holidays, options.blank)


def _checked(text: str, only_about: bool = False) -> str:
    """Return a tree that is to be written; refuse a language or a country that nobody knows, as `check` would.

    With `only_about`, errors in its nodes are left to `check`: they are the source's.
    """
    for problem in read(text.encode(), "new").problems:
        if problem.severity is Severity.ERROR and not (only_about and problem.path[:1] != ("tree",)):
            raise Trouble(problem.message, problem.hint)
    return text
