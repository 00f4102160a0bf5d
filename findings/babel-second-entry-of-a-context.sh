#!/usr/bin/env bash
# Babel 2.18.0: of two entries with one msgctxt and msgid, read_po keeps the first words and the flags of both.
#
# `Catalog.__setitem__` merges an entry that is there already: places, comments and flags are joined, the second
# translation is dropped without a word, also with abort_invalid=True. A second entry that is `fuzzy` makes the first,
# finished one fuzzy. gettext's msgfmt calls such a file an error ("duplicate message definition").
# Seen: one entry, 'El final', fuzzy, of two entries 'El final' and '#, fuzzy' 'Fin'.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.18.0
"$folder/venv/bin/python" - <<'PYTHON'
from io import StringIO
from babel.messages.pofile import read_po

entry = 'msgctxt "end"\nmsgid "The end"\nmsgstr "{}"\n\n'
found = list(read_po(StringIO(entry.format("El final") + "#, fuzzy\n" + entry.format("Fin")), abort_invalid=True))
seen = [(one.string, one.fuzzy) for one in found if one.id]
print(seen)
assert seen == [("El final", True)]
PYTHON
