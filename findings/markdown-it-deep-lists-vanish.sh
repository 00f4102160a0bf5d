#!/usr/bin/env bash
# markdown-it-py's CommonMark preset leaves out, without a word, every list item that stands ten lists deep or deeper.
#
# markdown-it-py 4.3.0. The preset "commonmark" has maxNesting = 20, and a list with its item counts as two; the preset
# "js-default" has 100. Nothing tells that something was left out: no error, no token. CommonMark itself has no such limit.
# Whoever turns outlines into something else sets maxNesting and looks whether a token comes near it.
#
# Output seen:
#   commonmark 9 of 15
#   js-default 15 of 15
#   commonmark, maxNesting 60 15 of 15
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'PY' | tee "$folder/seen"
from markdown_it import MarkdownIt

text = "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(15))
presets = [("commonmark", {}), ("js-default", {}), ("commonmark", {"maxNesting": 60})]
for name, options in presets:
    shown = MarkdownIt(name, options).render(text)
    limit = "".join(f", {key} {value}" for key, value in options.items())
    print(f"{name}{limit} {sum(f'level {depth}' in shown for depth in range(15))} of 15")
PY
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
