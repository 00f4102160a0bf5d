#!/usr/bin/env bash
# textual 8.2.8: what a Chinese reader types or pastes into an Input is lost without a word in three ways.
#
# A paste keeps its first line alone; a paste that is longer than max_length leaves is refused whole; and the wide space
# of an input method (U+3000) is no character, because `str.isprintable` is false for every space but the ASCII one.
# Seen:
#   pasted 'a\nb': 'a'
#   pasted 5 into 4: ''
#   typed a wide space: 'ab'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install textual==8.2.8
cat > "$folder/try.py" <<'PYTHON'
import asyncio
from textual.app import App
from textual.events import Key, Paste
from textual.widgets import Input

class Try(App):
    def compose(self):
        yield Input(max_length=4)

async def value(*events):
    async with Try().run_test() as pilot:
        for event in events:
            pilot.app.post_message(event)
        await pilot.pause()
        return repr(pilot.app.query_one(Input).value)
print("pasted 'a\\nb':", asyncio.run(value(Paste("a\nb"))))
print("pasted 5 into 4:", asyncio.run(value(Paste("abcde"))))
print("typed a wide space:", asyncio.run(value(Key("a", "a"), Key("ideographic_space", "\u3000"), Key("b", "b"))))
PYTHON
"$folder/venv/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/seen" - <<'SEEN'
pasted 'a\nb': 'a'
pasted 5 into 4: ''
typed a wide space: 'ab'
SEEN
