#!/usr/bin/env bash
# tomlkit 0.15.2: reads tables in braces over several lines (TOML 1.1), but an edit in one leaves comments to strangers.
#
# It accepts the new form although its page says TOML 1.0.0. A new key is put behind the last line end, in the first
# column, before the brace. A key that is taken out leaves its comment, which then stands below or beside another key
# that it does not speak of; where it was the last one its comma stays too, on a line of its own.
# The data are right each time; a diff of the file is not what an author would have typed.
# Seen:
#   add:    '  zh = "B", # Chinese\nfr = "C"}'
#   delete: '  en = "A" # English\n  , # Chinese\n}'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tomlkit==0.15.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import tomlkit

TEXT = 'title = {\n  en = "A", # English\n  zh = "B", # Chinese\n}\n'

added, less = tomlkit.parse(TEXT), tomlkit.parse(TEXT)
added["title"]["fr"] = "C"
del less["title"]["zh"]
added, less = tomlkit.dumps(added), tomlkit.dumps(less)
print("add:   ", repr(added[added.index("  zh") :].rstrip()))
print("delete:", repr(less[less.index("  en") :].rstrip()))
sys.exit(not (added.endswith('# Chinese\nfr = "C"}\n') and less.endswith('"A" # English\n  , # Chinese\n}\n')))
PYTHON
