#!/usr/bin/env bash
# tomli 2.5.0: while its compiled parser runs, no other thread runs and no Ctrl-C is heard, however long the file.
#
# The wheels are compiled by mypyc. Such code is not interpreted, so it never comes to the place where Python changes
# threads (every 5 ms) or looks for signals. tomllib, the same code in plain Python, is slower by three times but stops
# a user interface for some milliseconds only; with tomli "parse in a thread" freezes it for the whole parse.
# Cure: give it the document in pieces, cut before headers. (Other compiled parsers do the same; what surprises is
# that the same package does it or not by the wheel that pip found.)
# Seen on two cores, share of the parse in which another thread stood still, longest pause:
#   tomllib 0.11
#   tomli 0.98
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary tomli tomli==2.5.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys, threading, time, tomllib
import tomli

TEXT = "".join(f'[nodes.n{i}]\ntitle = "Some words about node {i}"\nlist = [1, 2, 3]\n' for i in range(60_000))

def pause(parser):
    began = last = time.perf_counter()
    thread = threading.Thread(target=parser.loads, args=(TEXT,))
    thread.start()
    longest = 0.0
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest / (last - began)

plain, compiled = (min(pause(parser) for _ in range(3)) for parser in (tomllib, tomli))
print(f"tomllib {plain:.2f}\ntomli {compiled:.2f}")
sys.exit(not (plain < 0.3 and compiled > 0.6))
PYTHON
