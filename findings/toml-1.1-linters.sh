#!/usr/bin/env bash
# taplo 0.9.3, tombi 1.9.6, check-jsonschema 0.39.0: what lints TOML refuses a valid TOML 1.1 file, each for its own reason.
#
# taplo knows 1.0 alone and has no setting for it. tombi knows both, assumes 1.0 until a `toml-version = "v1.1.0"`
# stands in a tombi.toml, and formats happily what its linter refuses. check-jsonschema reads with Python's tomllib:
# by the Python that it was installed with it refuses a file (3.11 to 3.14) or validates it (3.15).
# So an author whose editor uses any of them cannot use the new forms, though every parser of the language may.
# Seen with Python 3.11.7:
#   taplo: refused (newline is not allowed in an inline table)
#   tombi lint: refused (inline table must be single line in TOML v1.0.0 or earlier), tombi format: done
#   tombi lint with toml-version = "v1.1.0": passed
#   check-jsonschema: refused
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
cd "$folder"
venv/bin/pip install --quiet --disable-pip-version-check taplo==0.9.3 tombi==1.9.6 check-jsonschema==0.39.0
printf 'title = {\n  en = "A",\n  zh = "B",\n}\n' > file.toml
echo '{"type": "object"}' > schema.json
says() { # what it should say, command ...
  local words=$1
  shift
  "$@" > said 2>&1 && return 1
  grep -q "$words" said && echo "refused ($words)"
}
echo "taplo: $(says 'newline is not allowed in an inline table' venv/bin/taplo lint file.toml)"
echo "tombi lint: $(says 'inline table must be single line in TOML v1.0.0 or earlier' venv/bin/tombi lint --offline file.toml)"
venv/bin/tombi format --offline file.toml > said 2>&1
echo 'toml-version = "v1.1.0"' > tombi.toml
venv/bin/tombi lint --offline file.toml > said 2>&1
check() { venv/bin/check-jsonschema --schemafile schema.json --default-filetype toml file.toml > said 2>&1; }
if venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 15))'; then check; else ! check; fi
echo "tombi format: done; tombi lint with v1.1.0: passed; check-jsonschema: as tomllib of this Python"
