#!/usr/bin/env bash
# calcurse 4.7.1: importing an iCalendar entry again doubles it, and an all-day entry loses its alarms.
#
# calcurse keeps no UID, so SEQUENCE and DTSTAMP mean nothing to it: an entry with the same UID and another day comes
# beside the first. An all-day entry becomes an "event" of one line, day and title; its VALARMs are dropped unsaid
# ("0 skipped"). Emacs 28.2's icalendar-import-file does both, too: it adds a second line to the diary.
# Needs `calcurse` on the PATH, or apt-get to fetch the package of the distribution (nothing is installed).
# Seen:
#   0 apps / 1 event / 0 todos / 0 skipped
#   0 apps / 1 event / 0 todos / 0 skipped
#   11/29/2026 [1] Last day
#   11/30/2026 [1] Last day
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
calcurse=$(command -v calcurse) || {
  apt-get download --quiet calcurse > log 2>&1
  dpkg --extract calcurse_*.deb unpacked
  calcurse=$folder/unpacked/usr/bin/calcurse
}
import() { # day, the day after, SEQUENCE
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//days//EN BEGIN:VEVENT UID:order@example \
    "DTSTAMP:20261123T00000$3Z" "SEQUENCE:$3" "DTSTART;VALUE=DATE:$1" "DTEND;VALUE=DATE:$2" 'SUMMARY:Last day' \
    BEGIN:VALARM ACTION:DISPLAY 'DESCRIPTION:Last day' TRIGGER:-PT15H END:VALARM END:VEVENT END:VCALENDAR > entry.ics
  "$calcurse" -D data -i entry.ics | grep skipped
}
mkdir data
{ import 20261130 20261201 1; import 20261129 20261130 2; cat data/apts; } | tee seen
diff seen <(sed -n 's/^#   //p' "$OLDPWD/$0" 2>/dev/null || sed -n 's/^#   //p' "$0")
