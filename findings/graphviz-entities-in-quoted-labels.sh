#!/usr/bin/env bash
# A label in plain quotes, no `<...>` label of HTML, has its entities read all the same.
#
# Graphviz 2.43 (Debian 12). `label="R&D; AT&amp;T &alpha;"`: what looks like a known entity becomes its character,
# `&D;` stays, a bare `&` stays. So a program that escapes quotes and backslashes alone changes some words; each `&` has
# to be written `&amp;`, also where nothing follows that is an entity today. Needs `dot` (Debian: graphviz).
#
# Output seen:
#   R&D; AT&T α
#   R&D; AT&amp;T &alpha;
set -euo pipefail
words() { dot -Tsvg | python3 -c 'import html, re, sys; print(html.unescape(re.findall("<text[^>]*>(.*?)</text>", sys.stdin.read())[0]))'; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
{
    echo 'digraph { a [label="R&D; AT&amp;T &alpha;"] }' | words
    echo 'digraph { a [label="R&amp;D; AT&amp;amp;T &amp;alpha;"] }' | words
} | tee "$folder/seen"
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
