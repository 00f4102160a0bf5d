"""`debttree forget`: delete everything that the program has stored."""

import argparse

from debttree.cli.commands.journeys import agreed
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_yes
from debttree.journey import store
from debttree.locales import Phrases
from debttree.storage.folders import state_folder


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --yes."""
    add_yes(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Name what is stored, ask, and delete it."""
    say, files = session.say, store.kept_files()
    if not files:
        session.message(say("Nothing is kept on this machine."))
        return ExitStatus.DONE
    folder = str(state_folder())
    session.message(
        say.plural(
            "{n} file in {folder}: journeys, and edits that were not saved.",
            "{n} files in {folder}: journeys, and edits that were not saved.",
            len(files),
            folder=folder,
        )
    )
    if not options.yes and not agreed(session, say("Delete all of it? It cannot be brought back.")):
        session.message(say("Nothing was deleted."))
        return ExitStatus.DONE
    for place in store.forget():
        session.message(say("{place} was only linked to, and is left as it is.", place=str(place)))
    session.message(say("All of it is deleted. Summaries that you saved elsewhere are still there."))
    return ExitStatus.DONE
