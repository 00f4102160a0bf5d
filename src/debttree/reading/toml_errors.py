"""Say tomli's complaints in our words, in both languages, with a hint where the line shows a remedy."""

import re

from debttree.model import Message, msg


def in_our_words(reason: str) -> Message:
    """Return a sentence for one of tomli's reasons; quote an unknown one."""
    for pattern, message in WORDS.items():
        found = re.fullmatch(pattern, reason, re.DOTALL)
        if found:
            return Message(message.template, found.groupdict())
    return msg("This is no TOML: {reason}", reason=reason)


WORDS: dict[str, Message] = {
    r"Invalid statement": msg("Here a name should begin, or a [table]."),
    r"Invalid initial character for a key part": msg("Here a name should begin."),
    r"Expected '=' after a key in a key/value pair": msg("After a name there should be `=`."),
    r"Expected newline or end of document after a statement": msg("There is something after the value."),
    r"Invalid value": msg("This is no value that TOML knows."),
    r"Unterminated string": msg("A text begins and never ends."),
    r"Illegal character (?P<sign>.+)": msg("The character {sign} may not stand here."),
    r"Found invalid character (?P<sign>.+)": msg("The character {sign} may not stand here."),
    r"Expected (?P<sign>.+?) ?at the end of .+": msg("{sign} is missing."),
    r"Expected (?P<sign>\"'+\")": msg("A text begins and never ends."),
    r"Unclosed array": msg("A list begins with `[` and never ends, or a comma is missing in it."),
    r"Unclosed inline table": msg("A table begins with `{{` and never ends, or a comma is missing in it."),
    r"Unescaped '\\' in a string": msg("A backslash in a text begins no escape that TOML knows."),
    r"Invalid hex value": msg("After \\x, \\u or \\U hexadecimal digits are missing."),
    r"Escaped character is not a Unicode scalar value": msg("This escape stands for no character."),
    r"Invalid date or datetime": msg("There is no such date."),
    r"Cannot declare (?P<name>.+) twice": msg("This table stands in the file twice."),
    r"Cannot redefine namespace .+": msg("This table stands in the file twice."),
    r"Cannot overwrite a value": msg("This name is used twice in one table."),
    r"Duplicate inline table key (?P<name>.+)": msg("The name {name} is used twice in one table."),
    r"Cannot mutate immutable namespace .+": msg("What stands in one piece cannot be added to elsewhere."),
}
"""What tomli says, as expressions, and what we say; the first one that fits."""

_BARE_TABLE = re.compile(r"\s*(\[\[?)([^\]\"']*)(\]\]?)\s*(?:#.*)?$")
_BARE_KEY = re.compile(r"\s*([^\s\"'=#\[\]]+)\s*=")
_UNQUOTED_TEXT = re.compile(r"\s*[\w.-]+\s*=\s*[^\s\"'\[{\d+-]")
_UNCLOSED_QUOTE = re.compile(r'[^"]*"[^"]*$')


def hint_for(reason: str, line: str) -> Message | None:
    """Return what to write instead, judged by the line on which tomli gave up, or None."""
    if any(mark in line for mark in "“”‘’"):
        return msg("TOML knows only straight quotes: \" or '.")
    if "＝" in line or ("，" in line and reason.startswith(("Expected", "Unclosed"))):
        return msg("Signs of TOML are half-width: = and , instead of full-width ones.")
    return _quote_the_name(line) or _by_reason(reason, line)


def _quote_the_name(line: str) -> Message | None:
    """Return a hint to quote a name: without quotes TOML allows only A-Z, a-z, 0-9, - and _."""
    table = _BARE_TABLE.match(line)
    if table and not table[2].isascii():
        parts = [part.strip() for part in table[2].split(".")]
        quoted = ".".join(part if part.isascii() else f'"{part}"' for part in parts)
        return msg("Put the name in quotes: {line}", line=f"{table[1]}{quoted}{table[3]}")
    key = _BARE_KEY.match(line)
    if key and not key[1].isascii():
        parts = [part if part.isascii() else f'"{part}"' for part in key[1].split(".")]
        return msg("Put the name in quotes: {line}", line=".".join(parts) + " = ...")
    return None


def _by_reason(reason: str, line: str) -> Message | None:
    if reason == "Invalid value" and _UNQUOTED_TEXT.match(line):
        return msg('Put text in quotes: name = "text"')
    if reason.startswith("Illegal character '\\n'") or (
        reason == "Unterminated string" and _UNCLOSED_QUOTE.match(line)
    ):
        return msg('Close the text with ", or write a text of several lines between """ and """.')
    if reason.startswith(("Found invalid character '\\n'", "Expected \"'")):
        return msg("Close the text with ', or write a text of several lines between ''' and '''.")
    if reason.startswith(("Unescaped", "Invalid hex")):
        return msg("Write \\\\ for a backslash, or put the text between single quotes.")
    if reason == "Unclosed inline table":
        return msg("Put a comma between two names, and }} behind the last one.")
    if "twice" in reason or "overwrite" in reason or "redefine" in reason:
        return msg("Give one of the two another name, or put them together.")
    return None
