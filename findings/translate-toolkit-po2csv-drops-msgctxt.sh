#!/usr/bin/env bash
# translate-toolkit 3.20.4: po2csv leaves msgctxt out, so that entries which differ by it alone are one afterwards.
#
# The CSV has the columns location, source, target; `location` holds the `#:` comments and never the context. A PO file
# whose entries are told apart by msgctxt (as gettext does) comes back from po2csv and csv2po with no context, and
# warnings about "duplicate units": which of two equal sources a translation was for is lost. Where the context is the
# key of a text, such a file can only be refused; msgcat, msgmerge and msgattrib of gettext keep it.
# Seen: "","Free","Gratis" twice in the CSV; no msgctxt in the PO file made of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet translate-toolkit==3.20.4
cd "$folder"
cat > es.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

msgctxt "contacts.aid.cost"
msgid "Free"
msgstr "Gratis"

msgctxt "nodes.end.title"
msgid "Free"
msgstr "Libre"
PO
venv/bin/po2csv --progress=none es.po es.csv
venv/bin/csv2po --progress=none --charset=UTF-8 es.csv back.po 2> log
cat es.csv
grep -q '"","Free","Gratis"' es.csv
if grep -q "contacts.aid.cost" es.csv back.po; then exit 1; fi
