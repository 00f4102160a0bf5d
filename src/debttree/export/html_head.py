"""Write the head of an HTML page: it may use its own style only, and runs nothing."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape


def policy(style: str) -> str:
    """Return the content security policy of a page that has this style."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def head(language: str, title: str, style: str) -> Iterator[str]:
    """Yield a page up to its body.

    Args:
        language: of the page, as HTML names languages.
        title: in words, not yet escaped.
        style: of our own.
    """
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(style))}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
