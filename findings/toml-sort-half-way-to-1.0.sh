#!/usr/bin/env bash
# toml-sort 0.25.0: takes a TOML 1.1 file, and gives back one that is half turned into TOML 1.0.
#
# In a table in braces over several lines it drops the last comma (which 1.0 does not know) and keeps the line ends
# and comments (which 1.0 does not know either), in place of keeping or mending both. It says nothing of versions: a
# file that was refused by a 1.0 parser before the formatter ran is refused after it, with one reason less.
# Seen:
#   title = {
#     en = "A",
#     zh = "B"
#   }
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
cd "$folder"
venv/bin/pip install --quiet --disable-pip-version-check toml-sort==0.25.0 tomlrt==2.3.2
printf 'title = {\n  en = "A",\n  zh = "B",\n}\n' > file.toml
printf 'title = {\n  en = "A",\n  zh = "B"\n}\n' > half.toml
venv/bin/toml-sort file.toml | tee sorted.toml
cmp sorted.toml half.toml
