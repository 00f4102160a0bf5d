#!/usr/bin/env bash
# CPython 3.14.10, 3.15.2: argparse hands every subclass of ArgumentParser a keyword that it did not ask for.
#
# `add_parser` makes the command's parser with the class of the parser above and, since 3.14, always adds `color=`.
# A subclass whose __init__ names its own arguments worked from Python 3.7 to 3.13 and ends in a TypeError now, for
# every command and for --help. The documentation of `add_subparsers` says only that the class is the same.
# Passing on **kwargs unread is the cure. Needs python3.14 or python3.15 on the PATH.
# Seen on both:
#   TypeError: Command.__init__() got an unexpected keyword argument 'color'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.py" <<'PYTHON'
import argparse

class Command(argparse.ArgumentParser):
    def __init__(self, prog, summary=""):
        super().__init__(prog, description=summary)

commands = Command("program").add_subparsers()
try:
    commands.add_parser("check", summary="look for mistakes")
except TypeError as error:
    print("TypeError:", error)
PYTHON
found=
for python in python3.14 python3.15; do
  if "$python" -c "" 2> "$folder/log"; then
    found=yes
    "$python" "$folder/try.py" | tee "$folder/seen"
    grep -q "unexpected keyword argument 'color'" "$folder/seen"
  fi
done
test -n "$found" || { echo "neither python3.14 nor python3.15 is here" >&2; exit 2; }
