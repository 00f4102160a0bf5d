#!/usr/bin/env bash
# CPython 3.11: webbrowser.open() lets what BROWSER names print over a full screen, and may wait until it ends.
#
# Of `BROWSER=program %s` the documentation says that the program is started; it is waited for until it ends and has
# the terminal's three streams. With `&` at the end it is not waited for, but prints all the same, for the streams of
# a browser in the background are closed for some of the browsers that the module knows by name and for no other.
# textual's App.open_url and most full-screen programs call it in the thread that reads keys.
# Seen:
#   %s: waited, and this came on the screen: NOISE
#   %s &: went on, and this came on the screen: NOISE
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '#!/bin/sh\necho NOISE\nsleep 2\n' > "$folder/browser"
chmod +x "$folder/browser"
cat > "$folder/try.py" <<'PYTHON'
import sys, time, webbrowser
begin = time.monotonic()
webbrowser.open("https://example.org/")
print("waited" if time.monotonic() - begin > 1.5 else "went on", file=sys.stderr)
PYTHON
for end in "" " &"; do
  BROWSER="$folder/browser %s$end" python3 "$folder/try.py" > "$folder/out" 2> "$folder/how"
  sleep 1
  echo "%s$end: $(cat "$folder/how"), and this came on the screen: $(cat "$folder/out")" | tee -a "$folder/seen"
done
grep -qxF '%s: waited, and this came on the screen: NOISE' "$folder/seen"
grep -qxF '%s &: went on, and this came on the screen: NOISE' "$folder/seen"
