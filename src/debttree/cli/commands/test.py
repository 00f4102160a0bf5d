"""`debttree test TREE|STORIES...`: walk the stories of trees, and say which no longer hold."""

import argparse

from debttree.cli.commands.journeys import agreed
from debttree.cli.session import ExitStatus, Session
from debttree.cli.story_files import StoryRun, run_stories
from debttree.cli.story_reports import REPORTS
from debttree.editing.story_update import updated
from debttree.journey.story_run import corrections
from debttree.locales import Phrases
from debttree.model import Trouble, clean_line
from debttree.storage.atomic import write_atomic

LISTED = 5
"""Most unvisited things listed of each kind."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add the trees or files of stories, the form of the report, and --update."""
    parser.add_argument(
        "names",
        nargs="+",
        metavar=say("TREE|STORIES"),
        help=say("a tree's name or file, whose stories stand beside it, or a file of stories"),
    )
    parser.add_argument(
        "--format",
        choices=tuple(REPORTS),
        default="text",
        help=say("text for people, json for scripts, junit and github for build servers"),
    )
    parser.add_argument(
        "--limit",
        type=int,
        default=LISTED,
        metavar="K",
        help=say("how much of what no story visits is listed, of each kind; default: 5"),
    )
    parser.add_argument(
        "--update", action="store_true", help=say("after a yes, let the stories expect what came of them")
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Run every file of stories; continue after one that cannot be run."""
    runs: list[StoryRun] = []
    status: int = ExitStatus.DONE
    for name in options.names:
        try:
            runs.append(run_stories(session, name))
        except Trouble as trouble:
            status = max(status, session.complain(trouble))
    REPORTS[options.format](runs, max(options.limit, 0), session)
    failed = [run for run in runs if any(told.failures for told in run.told)]
    if options.update:
        failed = [run for run in failed if not _update(run, session)]
    return max(status, ExitStatus.TREE_ERRORS) if failed else status


def _update(run: StoryRun, session: Session) -> bool:
    """Show what the stories would say, ask, and write it; return whether all of them hold then."""
    say = session.say
    found = corrections(run.told)
    for number, path, value in found:
        name = clean_line(run.told[number].story.name)
        said = clean_line(str(list(value) if isinstance(value, tuple) else value))
        session.message(f"  {name}: {'.'.join(path)} = {said}")
    left = sum(failure.came is None for told in run.told for failure in told.failures)
    if left:
        session.message(
            say.plural(
                "{n} failure is its author's to mend.", "{n} failures are their authors' to mend.", left
            )
        )
    if not found or not agreed(session, say("Write this to {file}?", file=str(run.file))):
        session.message(say("Nothing was written."))
        return False
    write_atomic(run.file, updated(run.content, found), expected=run.content)
    session.message(say("{file} is written.", file=str(run.file)))
    return not left
