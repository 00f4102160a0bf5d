#!/usr/bin/env bash
# CPython 3.15.2: a misspelt choice is answered by another sentence, which no catalogue of a program knows yet.
#
# argparse takes its sentences from gettext, so programs translate "invalid choice: ... (choose from ...)" themselves.
# 3.14 brought `suggest_on_error`, off; 3.15 turns it on, and then the sentence that is looked up is a different one.
# A program that spoke the reader's language up to 3.14 answers the most common mistake in English from 3.15 on.
# Needs python3.15 on the PATH.
# Seen:
#   argument --format: invalid choice: 'jsn', maybe you meant 'json'? (choose from 'json', 'text')
set -euo pipefail
python=$(command -v python3.15) || { echo "python3.15 is not here" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.py" <<'PYTHON'
import argparse

parser = argparse.ArgumentParser(exit_on_error=False)
parser.add_argument("--format", choices=["json", "text"])
try:
    parser.parse_args(["--format", "jsn"])
except argparse.ArgumentError as error:
    print(error)
PYTHON
"$python" "$folder/try.py" | tee "$folder/seen"
grep -qF "maybe you meant 'json'?" "$folder/seen"
