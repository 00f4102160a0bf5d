"""`debttree schema`: the tree format as a JSON Schema, for editors and linters."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.locales import Phrases
from debttree.reading import read_bytes
from debttree.storage.library import schema_file


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add nothing: the command has no arguments of its own."""


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the schema to stdout."""
    session.write(read_bytes(schema_file()).decode())
    return ExitStatus.DONE
