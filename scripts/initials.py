"""Write `src/debttree/analysis/initials.txt`: the initial letters of the readings of each Chinese character.

The readings are those of pypinyin (MIT licence), the commonest first. Two letters are kept for a common character (GB
2312), one for a rare one: further readings are so rare that they would only add wrong matches. Run it after an upgrade
of pypinyin; a test detects a file that is out of date.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

FILE = Path(__file__).parent.parent / "src" / "debttree" / "analysis" / "initials.txt"

CHARACTERS = range(0x4E00, 0xA000)
"""The CJK Unified Ideographs of GBK, and some more."""


def initials() -> str:
    """Return a line per set of letters: the letters, a space, and the characters whose readings begin with them."""
    from pypinyin.pinyin_dict import pinyin_dict

    found: dict[str, list[str]] = defaultdict(list)
    for code in CHARACTERS:
        readings = pinyin_dict.get(code, "").split(",")
        letters = dict.fromkeys(unicodedata.normalize("NFD", reading)[:1] for reading in readings)
        kept = sorted(list(letters)[: 2 if _is_common(chr(code)) else 1])
        if kept != [""]:
            found["".join(kept)].append(chr(code))
    return "".join(f"{letters} {''.join(found[letters])}\n" for letters in sorted(found))


def _is_common(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    FILE.write_text(initials(), encoding="utf-8", newline="\n")
    print(f"{FILE}: {FILE.stat().st_size} bytes")
