#!/usr/bin/env bash
# khal 0.14.0: importing an entry again moves it, also to an older one, and leaves temporary files in the calendar.
#
# `khal import` goes by the UID alone: an entry with a lower SEQUENCE and an earlier DTSTAMP replaces a newer one,
# although RFC 5546 has the higher SEQUENCE win. Each replacing import leaves two files named UID.ics and eight
# letters beside UID.ics: it tries os.link() first, which fails where the file is there, and does not unlink its source.
# Seen:
#   first import: 2026-11-30, 1 file
#   a newer one: 2026-11-29, 3 files
#   an older one: 2026-11-28, 5 files
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check khal==0.14.0
mkdir "$folder/days"
printf '%s\n' '[calendars]' '[[days]]' "path = $folder/days" '[locale]' 'dateformat = %Y-%m-%d' \
  'longdateformat = %Y-%m-%d' 'timeformat = %H:%M' 'datetimeformat = %Y-%m-%d %H:%M' \
  'longdatetimeformat = %Y-%m-%d %H:%M' '[sqlite]' "path = $folder/khal.db" > "$folder/config"
import() { # words, day, the day after, SEQUENCE
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//days//EN BEGIN:VEVENT UID:order@example \
    "DTSTAMP:20261123T00000$4Z" "SEQUENCE:$4" "DTSTART;VALUE=DATE:202611$2" "DTEND;VALUE=DATE:$3" \
    'SUMMARY:Last day' END:VEVENT END:VCALENDAR > "$folder/entry.ics"
  "$folder/venv/bin/khal" -c "$folder/config" import --batch "$folder/entry.ics" > "$folder/log" 2>&1
  day=$("$folder/venv/bin/khal" -c "$folder/config" list --format '{start-date}' --day-format '' 2026-11-20 20d | grep 2026)
  files=$(find "$folder/days" -type f | wc -l)
  echo "$1: $day, $files file$([ "$files" = 1 ] || echo s)"
}
{ import 'first import' 30 20261201 1; import 'a newer one' 29 20261130 2; import 'an older one' 28 20261129 0; } |
  tee "$folder/seen"
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
