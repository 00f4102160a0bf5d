#!/usr/bin/env bash
# textual 8.2.8, CPython 3.11: an exception that passes through App.suspend() leaves the terminal driver stopped.
#
# `suspend` has no try around its yield, so what resumes the driver is skipped, although the app catches the exception
# right behind the block and runs on: the screen never comes back and no key arrives. So a program that runs an editor
# inside it must catch everything inside, and raise it again outside.
# Seen (1049h: the alternate screen is entered):
#   without an exception: entered 2 times
#   with one that is caught: entered 1 times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install textual==8.2.8
cat > "$folder/try.py" <<'PYTHON'
import sys
from textual.app import App

class Try(App):
    def on_mount(self):
        self.set_timer(0.5, self.lend)
        self.set_timer(2, self.exit)

    def lend(self):
        try:
            with self.suspend():
                if sys.argv[1] == "raise":
                    raise OSError("no such editor")
        except OSError:
            pass

Try().run()
PYTHON
for how in go raise; do
  TERM=xterm-256color script -qec "$folder/venv/bin/python $folder/try.py $how" /dev/null < /dev/null > "$folder/$how"
  grep -oF '[?1049h' "$folder/$how" | wc -l | sed "s/^/$how: entered /" | tee -a "$folder/seen"
done
grep -qx 'go: entered 2' "$folder/seen"
grep -qx 'raise: entered 1' "$folder/seen"
