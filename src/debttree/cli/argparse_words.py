"""Translate argparse's own words: it asks gettext for them, so our catalogue answers."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from debttree.locales import CATALOGUES, DOMAIN
from debttree.model import msg

WORDS = (
    msg("usage: "),
    msg("positional arguments"),
    msg("options"),
    msg("argument %(argument_name)s: %(message)s"),
    msg("expected one argument"),
    msg("expected at least one argument"),
    msg("invalid choice: %(value)r (choose from %(choices)s)"),
    msg("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),  # from 3.14 on
    msg("not allowed with argument %s"),
    msg("one of the arguments %s is required"),
    msg("the following arguments are required: %s"),
    msg("unrecognized arguments: %s"),
    msg("ignored explicit argument %r"),
)
"""The sentences of argparse, listed here so that the catalogues collect them. Others stay English."""


@contextmanager
def argparse_speaks(language: str) -> Iterator[None]:
    """Let argparse use a language inside a `with` block; restore the environment afterwards."""
    before = os.environ.get("LANGUAGE")
    domain = gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
