#!/usr/bin/env bash
# Bold beside Chinese punctuation: the asterisks stay, except where a library knows nothing of flanking.
#
# markdown-it-py 4.0.0, mistune 3.1.4, marko 2.2.1, commonmark 0.9.1, Markdown (Python-Markdown) 3.9, Python 3.11.
# `**注意：**不要签` is how a Chinese author writes it. CommonMark says that `**` after punctuation closes only before
# white space or punctuation, and 不 is neither; `**“先别签字。”**然后` alike. One space, or the mark outside of the
# emphasis, mends it. Python-Markdown, which follows no CommonMark, makes both bold; mistune, which says that it does not
# follow it to the letter, too.
#
# Output seen:
#   markdown_it asterisks asterisks; with the mark outside: bold
#   commonmark asterisks asterisks; with the mark outside: bold
#   marko asterisks asterisks; with the mark outside: bold
#   mistune bold bold; with the mark outside: bold
#   markdown bold bold; with the mark outside: bold
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.0.0 mistune==3.1.4 marko==2.2.1 \
    commonmark==0.9.1 Markdown==3.9
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
import commonmark, markdown, marko, mistune
from markdown_it import MarkdownIt

readers = {
    "markdown_it": MarkdownIt().render, "commonmark": commonmark.commonmark, "marko": marko.convert,
    "mistune": mistune.html, "markdown": markdown.markdown,
}
for name, read in readers.items():
    seen = ["bold" if "<strong>" in read(text) else "asterisks"
            for text in ("**注意：**不要签", "**“先别签字。”**然后", "**注意**：不要签")]
    print(name, *seen[:2], end="; ")
    print("with the mark outside:", seen[2])
PYTHON
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
