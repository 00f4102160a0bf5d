#!/usr/bin/env bash
# textual 8.2.8: what `TextArea.get_line` colours is grey again in the cursor's line.
#
# "You can stylize the Text object returned here", says get_line, and it works in every line but the one that somebody
# looks at: the style of `text-area--cursor-line` goes over it, and that holds a colour of the words too (the inherited
# one) although its style sheet sets a background alone. Colours from a tree-sitter grammar are put on afterwards and
# stay. The cure: a TextAreaTheme with `cursor_line_style=Style(bgcolor=...)`.
# Seen:
#   the cursor's line: not red
#   another line: red
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 2> "$folder/log"
"$folder/venv/bin/python" - <<'PYTHON'
import asyncio
from textual.app import App
from textual.widgets import TextArea
class Red(TextArea):
    def get_line(self, line_index):
        line = super().get_line(line_index)
        line.stylize("#ff0000")
        return line
class Program(App):
    def compose(self):
        yield Red("first\nsecond")

async def look():
    async with Program().run_test() as pilot:
        await pilot.pause()
        area = pilot.app.query_one(Red)
        x, y = area.content_region.offset
        return [pilot.app.screen.get_style_at(x + 4, y + row).color.name == "#ff0000" for row in (0, 1)]

is_red = asyncio.run(look())
print("the cursor's line:", "red" if is_red[0] else "not red")
print("another line:", "red" if is_red[1] else "not red")
assert is_red == [False, True]
PYTHON
