#!/usr/bin/env bash
# holidays 0.109: `observed=False` is not "the days that the law fixes".
#
# It takes the substitute days away that the library reckons itself ("observed"), and keeps those moved by a
# government's notice ("substituted from"), in every category; there is no category for the fixed days alone. For a
# count that may rest on nothing but the law, it is right only in years for which no notice is listed.
# Seen:
#   2026 observed=True: 22 observed=False: 19 of them moved by notice: 6
#   2027 observed=True: 19 observed=False: 13 of them moved by notice: 0
#   categories of China: half_day, public
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109
"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
from holidays import country_holidays

for year in (2026, 2027):
    both = [country_holidays("CN", years=year, observed=kind, language="en_US") for kind in (True, False)]
    days = [[(day, name) for day, name in found.items() if day.year == year] for found in both]
    moved = sum("substituted from" in name for _, name in days[1])
    print(f"{year} observed=True: {len(days[0])} observed=False: {len(days[1])} of them moved by notice: {moved}")
print("categories of China:", ", ".join(sorted(both[0].supported_categories)))
PYTHON
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
