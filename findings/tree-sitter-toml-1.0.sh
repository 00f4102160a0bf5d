#!/usr/bin/env bash
# tree-sitter-toml 0.7.0 with tree-sitter 0.26.1: knows TOML 1.0 alone, and takes a name given twice.
#
# It colours TOML in Textual and in many editors. All four new forms of TOML 1.1 (which tomllib reads from CPython 3.15
# on, and tomli 2.4 and newer everywhere) become ERROR nodes, so right lines are shown as wrong ones.
# Seen:
#   error: a = { b = 1,  c = 2 }   (over two lines)
#   error: a = { b = 1, }
#   error: a = "\e"
#   error: a = 07:32
#   no error: a = 1  a = 2   (over two lines)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  tree-sitter==0.26.1 tree-sitter-toml==0.7.0 tomli==2.5.0 2> "$folder/log"
"$folder/venv/bin/python" - <<'PYTHON'
import tomli
import tree_sitter_toml
from tree_sitter import Language, Parser

parser = Parser(Language(tree_sitter_toml.language()))
for text in ("a = { b = 1,\n c = 2 }", "a = { b = 1, }", 'a = "\\e"', "a = 07:32"):
    tomli.loads(text)
    assert parser.parse(text.encode()).root_node.has_error, text
    print("error:", text.replace("\n", " "))
assert not parser.parse(b"a = 1\na = 2").root_node.has_error
print("no error: a = 1  a = 2")
PYTHON
