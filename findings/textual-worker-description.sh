#!/usr/bin/env bash
# textual 8.2.8: a worker is described by the whole repr of what it is given, made where the keys are handled.
#
# `@work` and `run_worker(partial(...))` make a description for debugging out of the repr of every argument, before
# the worker is made; of that a thousand characters are kept. Who hands a large dataclass to a thread, so that the screen
# does not wait, waits for its repr: 0.1 s and seven million characters for a tree of 10,000 nodes, again at each call.
# The cure: `description=` with a word of one's own, at each of the two.
# Seen (how often the argument was spelled out, and what was kept of a million characters):
#   @work: 1, 1003 characters
#   @work with a description: 0, 8 characters
#   run_worker of a partial: 1, 1003 characters
#   run_worker of a partial with a description: 0, 8 characters
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 2> "$folder/log"
"$folder/venv/bin/python" - <<'PYTHON'
import asyncio
from functools import partial

from textual import work
from textual.app import App


class Large:
    asked = 0

    def __repr__(self):
        self.asked += 1
        return "x" * 1_000_000


class Program(App):
    @work(thread=True)
    def plain(self, given):
        pass

    @work(thread=True, description="an index")
    def described(self, given):
        pass


async def look():
    async with Program().run_test() as pilot:
        app = pilot.app
        for name, start in (
            ("@work", app.plain),
            ("@work with a description", app.described),
            ("run_worker of a partial", lambda given: app.run_worker(partial(id, given), thread=True)),
            (
                "run_worker of a partial with a description",
                lambda given: app.run_worker(partial(id, given), thread=True, description="an index"),
            ),
        ):
            large = Large()
            worker = start(large)
            await worker.wait()
            kept = len(worker.description)
            print(f"{name}: {large.asked}, {kept} characters")
            assert (large.asked, kept) == ((0, 8) if "description" in name else (1, 1003)), name


asyncio.run(look())
PYTHON
