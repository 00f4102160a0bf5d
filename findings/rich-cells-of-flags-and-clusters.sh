#!/usr/bin/env bash
# Rich and wcwidth agree on widths here, and not on where a character ends.
#
# rich 15.0.0, wcwidth 0.9.4, Python 3.11. `rich.cells.split_graphemes` cuts a flag of two regional indicators into two
# letters of one cell each, and an Indian conjunct in two; `wcwidth.iter_graphemes` keeps both whole (Unicode Standard
# Annex 29). Who cuts a line of a screen where Rich says may cut a flag apart, and a terminal then draws two letters.
# A family, a skin tone and the flag of Scotland are whole for both.
#
# Output seen:
#   flag: cells 2 2, characters 2 1
#   conjunct: cells 2 2, characters 2 1
#   family: cells 2 2, characters 1 1
#   Scotland: cells 2 2, characters 1 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0 wcwidth==0.9.4
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
from rich.cells import cell_len, split_graphemes
from wcwidth import iter_graphemes, wcswidth

scotland = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
texts = {"flag": "\U0001f1e8\U0001f1f3", "conjunct": "\u0915\u094d\u0937\u093f", "family": family, "Scotland": scotland}
for name, text in texts.items():
    cells = cell_len(text, "16.0.0"), wcswidth(text)
    print(f"{name}: cells {cells[0]} {cells[1]}, characters", len(split_graphemes(text)[0]), len([*iter_graphemes(text)]))
PYTHON
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
