#!/usr/bin/env bash
# pyte 0.8.2: a Thai vowel sign ends the text that is drawn; everything behind it up to the next control is lost.
#
# `Screen.draw` adds a character of no width to the one before it only where `unicodedata.combining` is not 0. Most
# accents have such a class (230), but the marks of many scripts have class 0: U+0E34 and its like in Thai, and those of
# Khmer, Myanmar, Devanagari. They fall into the branch for unprintable characters, which is a `break`. So a test that
# reads a program's screen through pyte sees "x บ" where tmux shows the whole line: the program under test is right.
# Seen: 'x บ' for "x บิลเกินกำหนด y"; the e with U+0301 goes through.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyte==0.8.2 wcwidth==0.2.13
"$folder/venv/bin/python" - <<'PYTHON'
import pyte

def shown(text):
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(text)
    return screen.display[0].rstrip()

print(repr(shown("x บิลเกินกำหนด y")))
assert shown("x บิลเกินกำหนด y") == "x บ"
assert shown("x e\u0301 y") == "x é y"
PYTHON
