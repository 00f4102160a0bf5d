"""How keys are written for a person: textual's names in the words of a keyboard."""

_SIGNS = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc", "space": "Space",
    "backspace": "Backspace", "tab": "Tab", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "f1": "F1", "f2": "F2", "f8": "F8", "delete": "Del",
    "question_mark": "?", "exclamation_mark": "!", "slash": "/", "colon": ":", "left_square_bracket": "[",
    "right_square_bracket": "]", "comma": ",", "full_stop": ".", "plus": "+", "minus": "-",
    "equals_sign": "=", "asterisk": "*",
}  # fmt: skip


def key_name(key: str) -> str:
    """How a key is written, with its modifiers before it."""
    *modifiers, last = key.split("+")
    name = _SIGNS.get(last, last)
    if modifiers and len(last) == 1:
        name = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
