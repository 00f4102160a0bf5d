#!/usr/bin/env bash
# textual 8.2.8 with its extra `syntax`: cannot be installed from wheels on CPython 3.15 (November 2026).
#
# The extra names tree-sitter and fifteen grammars, to colour any one language: 21 MB unpacked. The grammars' wheels
# are built for the stable ABI and install everywhere; tree-sitter 0.26.1 itself has wheels up to 3.14 only, so on 3.15
# pip wants a compiler. `textual` alone installs. The grammar that colours TOML knows TOML 1.0; see
# tree-sitter-toml-1.0.sh. Nothing is installed here, only resolved for the other Python.
# Seen:
#   textual 3.15: yes
#   tree-sitter 3.14: yes
#   tree-sitter 3.15: no
#   sixteen packages of tree-sitter
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
pip() { "$folder/venv/bin/python" -m pip --disable-pip-version-check "$@"; }
wheel() { # package, version of Python, whether it has one
  pip download --quiet --no-deps --only-binary :all: --python-version "$2" --dest "$folder/got" "$1" > "$folder/log" 2>&1 &&
    has=yes || has=no
  echo "${1%%==*} $2: $has"
  test "$has" = "$3"
}
wheel textual==8.2.8 3.15 yes
wheel tree-sitter==0.26.1 3.14 yes
wheel tree-sitter==0.26.1 3.15 no
needs=$(unzip -p "$folder"/got/textual-8.2.8-*.whl '*/METADATA' | grep -c '^Requires-Dist: tree-sitter')
test "$needs" = 16 && echo "sixteen packages of tree-sitter"
