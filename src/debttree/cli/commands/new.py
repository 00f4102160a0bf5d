"""`debttree new FILE`: a first tree to change, with comments that explain it, or one out of what is there already."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.editing.starter import starter
from debttree.incoming.assembling import assembled
from debttree.incoming.found import NotReadable
from debttree.incoming.sources import ENDINGS, read_source
from debttree.incoming.writing import written
from debttree.locales import Phrases
from debttree.model import Trouble, clean_line, command_line, msg
from debttree.reading import STDIN, read_bytes
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


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the tree to a file that is not there yet, or to stdout."""
    file = None if options.file == STDIN else named_file(options.file)
    if file is not None and file.suffix != ENDING:
        raise Trouble(
            msg("The name of a tree's file ends in .toml."),
            msg('Did you mean "{name}"?', name=f"{options.file}{ENDING}"),
        )
    text = _made_from(options.source, session) if options.source else starter(session.say, session.today)
    if file is None:
        session.write(text)
        return ExitStatus.DONE
    create_exclusive(file, text.encode())
    session.message(session.say("{file} is written.", file=str(file)))
    session.hint(msg("Change it in your editor, then: {command}", command=command_line("check", file)))
    return ExitStatus.DONE


def _made_from(source: str, session: Session) -> str:
    """Return the tree that a source makes; say on stderr of each line that has no place in it."""
    say = session.say
    try:
        found = read_source(read_bytes(source), source)
        tables = list(assembled(found, named_file(source).stem if source != STDIN else ""))
    except NotReadable as error:
        raise NotReadable(
            msg("{file}: {reason}", file=source, reason=error.message), hint=error.hint
        ) from None
    head = msg(
        "Made from {source} on {day}. What was guessed says so above it.",
        source=source,
        day=session.today.isoformat(),
    )
    for one in found.unplaced:
        place = f"{clean_line(source)}:{one.line}" if one.line else clean_line(source)
        session.message(f"{place}: {say.tell(one.reason)}")
    guesses = sum(len(table.remarks) for table in tables)
    counts = (len(found.nodes), len(found.arrows), guesses, len(found.unplaced))
    session.message(
        say(
            "Nodes: {nodes}. Choices: {choices}. Guesses, each with a comment in the file: {guesses}. "
            "Not placed: {lost}.",
            **dict(zip(("nodes", "choices", "guesses", "lost"), counts, strict=True)),
        )
    )
    return written(tables, head, say)
