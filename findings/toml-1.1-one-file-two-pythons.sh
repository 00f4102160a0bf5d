#!/usr/bin/env bash
# Python's tomllib: one file is right on 3.15 and wrong on 3.14, since tomllib reads TOML 1.0 before and 1.1 from then on.
#
# TOML 1.1 (December 2025) lets a table in braces go over several lines, with comments and a last comma, knows \e and
# \xHH, and times without seconds. There is no switch and nothing that tells which version a tomllib reads; a program
# that supports Python 3.11 to 3.15 takes a user's file or refuses it by the Python it happens to run on. tomli 2.5.0
# (tomllib's own upstream, 1.1 since 2.4.0) reads the same on each: of the 499 documents that toml-test lists as invalid
# in 1.0 it takes 9.
# Seen with 3.11.7:
#   tomllib 3.11: refused, refused, refused, refused
#   tomli 2.5.0: read, read, read, read
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tomli==2.5.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import tomllib

import tomli

DOCUMENTS = ["a = {\n  b = 1 # why\n}", "a = { b = 1, }", r'a = "\e\x41"', "a = 09:30"]

def outcome(parser, text):
    try:
        parser.loads(text)
    except parser.TOMLDecodeError:
        return "refused"
    return "read"

standard, upstream = ([outcome(parser, text) for text in DOCUMENTS] for parser in (tomllib, tomli))
print(f"tomllib {sys.version_info.major}.{sys.version_info.minor}:", ", ".join(standard))
print("tomli 2.5.0:", ", ".join(upstream))
expected = "read" if sys.version_info >= (3, 15) else "refused"
sys.exit(not (set(standard) == {expected} and set(upstream) == {"read"}))
PYTHON
