#!/usr/bin/env bash
# textual 8.2.8: a keymap with the name of a key that there is none of takes the old key away and says nothing.
#
# `set_keymap` takes any string. The names that people know ("Esc", "Ctrl+Q", "PgDn") are none of textual's ("escape",
# "ctrl+q", "pagedown"), so the action has no key any more; `handle_bindings_clash` is not called, nothing is raised.
# A program that lets people choose keys has to know every name by itself; there is no public list of them.
# Seen:
#   escape closes: 0 times
#   and so does no other key
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install textual==8.2.8
cat > "$folder/try.py" <<'PYTHON'
import asyncio
from textual.app import App
from textual.binding import Binding

class Try(App):
    BINDINGS = [Binding("escape", "close", id="close")]
    closed = 0

    def action_close(self):
        self.closed += 1

async def main():
    app = Try()
    app.set_keymap({"close": "Esc"})
    async with app.run_test() as pilot:
        await pilot.press("escape", "e", "s", "c")
    print("escape closes:", app.closed, "times")

asyncio.run(main())
PYTHON
"$folder/venv/bin/python" "$folder/try.py" | tee "$folder/seen"
grep -qx 'escape closes: 0 times' "$folder/seen"
