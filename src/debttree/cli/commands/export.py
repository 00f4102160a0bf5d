"""`debttree export TREE --path P`: the summary of a walk."""

import argparse
from pathlib import Path

from debttree.cli.opening import open_tree
from debttree.cli.output import add_output, hand_over
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_tree, chosen_words
from debttree.export import Format, Profile, Redaction, Summary, held, render, summary
from debttree.journey import Journey, find
from debttree.journey.dating import with_date
from debttree.locales import Phrases
from debttree.model import Tree, clean_line, msg, parse_path


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, which walk, and how and where it is written."""
    add_tree(parser, say)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--journey", metavar=say("NAME"), help=say("a walk that is kept"))
    which.add_argument(
        "--path",
        metavar="P",
        help=say("the walk: a,b,c or a:choice,b; NODE or NODE:CHOICE, the choice taken there"),
    )
    parser.add_argument(
        "--format",
        choices=tuple(Format),
        help=say("default: the ending of the output file, else md"),
    )
    add_output(parser, say)
    parser.add_argument(
        "--date",
        metavar="EVENT|[NODE:]DEADLINE=DATE",
        action="append",
        default=[],
        help=say("when the event of a deadline happened; may be repeated"),
    )
    parser.add_argument(
        "--profile",
        choices=tuple(Profile),
        default=Profile.PERSON,
        help=say("for whom: person, or adviser (the case record, with the notes for the desk)"),
    )
    parser.add_argument(
        "--redact",
        metavar="notes,calls,dates",
        default="",
        help=say("what to leave out: notes, calls, dates; with the notes the calls go too"),
    )
    parser.add_argument("--no-notes", action="store_true", help=say("leave out notes and calls"))
    parser.add_argument("--no-calls", action="store_true", help=say("leave out the calls alone"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the summary to standard output or a new file."""
    redact = _redactions(options.redact)
    redact |= {Redaction.NOTES} if options.no_notes else set()
    redact |= {Redaction.CALLS} if options.no_calls else set()
    form = _format(options.format, options.output)
    tree = open_tree(session, options.tree)
    journey = _journey(options, session, tree)
    speech = session.speech_for(tree)
    made = summary(
        tree,
        journey,
        speech.guide,
        session.today,
        file=options.tree,
        redact=redact,
        moment=session.clock.now(),
        profile=Profile(options.profile),
        marks=form.marks(speech.say),
    )
    content = render(made, form, speech.say)
    hand_over(content, options, session)
    if holds := _holds(held(made, form), session.say):
        session.message(holds)
    return ExitStatus.DONE


def _holds(made: Summary, say: Phrases) -> str:
    """Return a message about notes and calls in a summary, and how to leave them out; empty if there are none."""
    if any(remark.desk for remark in made.remarks):
        return say("It holds notes for the desk alone: keep it at the desk. --no-notes leaves all notes out.")
    if made.calls:
        return say(
            "It holds the log of your calls: --no-calls leaves it out, --no-notes that and your notes."
        )
    return say("It holds your notes: --no-notes leaves them out.") if made.remarks else ""


def _journey(options: argparse.Namespace, session: Session, tree: Tree) -> Journey:
    journey = (
        _kept(options.journey, session, tree) if options.journey else Journey(parse_path(tree, options.path))
    )
    for assignment in options.date:
        journey = with_date(tree, journey, assignment, session.today)
    return journey


def _kept(name: str, session: Session, tree: Tree) -> Journey:
    """Return a saved journey fitted to this tree; report steps that no longer fit on stderr."""
    resumed = find(tree, name)
    for message in resumed.told():
        session.message(session.say.tell(message))
    return resumed.journey


def _format(wanted: str | None, output: str) -> Format:
    if wanted is not None:
        return Format(wanted)
    ending = Path(output).suffix.removeprefix(".").lower()
    return Format(ending) if ending in tuple(Format) else Format.MD


def _redactions(text: str) -> set[Redaction]:
    """Return what to leave out; raise Trouble for an unknown word."""
    words = chosen_words(
        text,
        Redaction,
        lambda word: msg('"{word}" cannot be left out.', word=clean_line(word)),
        msg("Write notes, calls or dates, with commas between."),
    )
    return set(map(Redaction, words))
