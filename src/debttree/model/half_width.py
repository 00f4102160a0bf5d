"""Full-width signs of an input method that was left on, and the plain keys that they stand for.

The full-width forms are those of the ASCII block, in its order (Unicode, Halfwidth and Fullwidth Forms); the signs
below them are what Chinese input methods put where a keyboard has the plain sign (pinyin of Windows, macOS, fcitx).
"""

FULL_WIDTH = {0xFEE0 + code: code for code in range(0x21, 0x7F)}

_SIGNS = {
    "\u3000": " ",
    "、": "/",  # on some keyboards typed by the key of the backslash, which does nothing here
    "・": "/",
    "。": ".",
    "《": "<", "》": ">", "〈": "<", "〉": ">",
    "【": "[", "】": "]", "「": "[", "」": "]", "『": "{", "』": "}", "〔": "[", "〕": "]",
    "“": '"', "”": '"', "‘": "'", "’": "'",
    "·": "`", "—": "_", "…": "^", "×": "*", "～": "~", "〜": "~",
    "￥": "$", "¥": "$", "￠": "c", "｡": ".", "､": "/",
}  # fmt: skip

_KEYS = {**FULL_WIDTH, **{ord(sign): ord(plain) for sign, plain in _SIGNS.items()}}


def half_width(typed: str) -> str:
    """Return what was typed with full-width signs of an input method replaced by plain ones.

    >>> half_width("ｑ，。：？")
    'q,.:?'
    """
    return typed.translate(_KEYS)
