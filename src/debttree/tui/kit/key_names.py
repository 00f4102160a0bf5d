"""Translate textual's names of keys into those on a keyboard, and back."""

import string

from debttree.model import half_width

_NAMED = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc", "space": "Space",
    "backspace": "Backspace", "tab": "Tab", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "delete": "Del", "insert": "Ins", **{f"f{number}": f"F{number}" for number in range(1, 25)},
}  # fmt: skip
"""Names of keys that type no character."""

_TYPED = {
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$", "percent_sign": "%",
    "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(", "right_parenthesis": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^",
    "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{", "vertical_line": "|",
    "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
"""Names of keys that type a punctuation character."""

TYPED = frozenset({"space", *_TYPED, *string.ascii_letters, *string.digits})
"""Keys that type a character into a text field."""

_SIGNS = {**_NAMED, **_TYPED}
_NAMES = {sign: name for name, sign in _TYPED.items()} | {" ": "space"}

_OTHERWISE = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown",
}  # fmt: skip
"""Other spellings of some keys."""

_MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "shift": "shift"}

_WITHOUT_SHIFT = frozenset({"enter", "space", "escape", "backspace"})
_WITHOUT_CTRL = frozenset({"i", "m", "h", "tab", "enter", "space", "escape", "backspace"})
"""Keys that terminals do not tell apart with Ctrl; Ctrl+I, M and H are Tab, Enter and Backspace."""

_LONGEST = 20
"""Most characters of the modifiers before a key; there are three modifiers."""


def key_name(key: str) -> str:
    """Return how a key is written, with its modifiers before it."""
    *modifiers, last = key.split("+")
    name = _SIGNS.get(last, last)
    if modifiers and len(last) == 1:
        name = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def key_of(character: str) -> str:
    """Return textual's name of the key that types a character on a plain keyboard."""
    return _NAMES.get(character, character)


def read_key(written: str) -> str | None:
    """Return textual's name of a key written as by `key_name` or by textual; None if there is no such key.

    None too for keys that a terminal cannot tell apart: Ctrl+I from Tab, Ctrl+1 from 1.
    """
    written = half_width(written)
    before, plus, last = written[:-1].rpartition("+")
    modifiers = (
        {_MODIFIERS.get(word.strip().casefold(), "") for word in before.split("+")} if before else set()
    )
    key = _plain(last + written[-1:])
    if key is None or "" in modifiers or len(before) > _LONGEST or (plus and not before):
        return None
    is_sign = key in _TYPED
    if modifiers == {"shift"} and len(key) == 1:
        return key.upper() if key.isalpha() else None
    if "shift" in modifiers and (is_sign or len(key) == 1 or key in _WITHOUT_SHIFT):
        return None  # the character depends on the keyboard
    if modifiers:
        key = key.lower()
    if "ctrl" in modifiers and (is_sign or key in _WITHOUT_CTRL or not key.isascii() or key.isdigit()):
        return None
    return "+".join([*sorted(modifiers), key])


def _plain(written: str) -> str | None:
    """Return textual's name of a key without modifiers."""
    if len(written) == 1:
        named = {sign: name for name, sign in _NAMED.items()}.get(written)
        return named or (key_of(written) if written.isalnum() or written in _NAMES else None)
    folded = written.strip().casefold()
    folded = _OTHERWISE.get(folded, folded)
    return folded if folded in _SIGNS else None


def key_words() -> list[str]:
    """Return examples of how to write keys, for a hint."""
    letters = [f"Ctrl+{letter}" for letter in string.ascii_uppercase if letter.lower() not in _WITHOUT_CTRL]
    return [*(name for name in _NAMED.values() if len(name) > 1), "Shift+Tab", *letters, *_SIGNS]
