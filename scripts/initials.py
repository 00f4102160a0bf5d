"""Write `src/debttree/analysis/initials.txt`: by which letters the reading of each Chinese character begins.

The readings are those of pypinyin (MIT licence), the commonest first. Two letters are kept for a character of
everyday (GB 2312), one for a rare one: further readings are rarer still and would find what nobody means. Run it
after an upgrade of pypinyin; a test finds a file that is out of date.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

FILE = Path(__file__).parent.parent / "src" / "debttree" / "analysis" / "initials.txt"

CHARACTERS = range(0x4E00, 0xA000)
"""The CJK Unified Ideographs, as far as Unicode had them when GBK was made and a little beyond."""


def initials() -> str:
    """A line for each set of letters: the letters, a space, and the characters that are read so."""
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
