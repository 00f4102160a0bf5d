"""`make bench`: run all benchmarks, or those named, and write their figures to docs/BENCHMARKS.md.

A benchmark is a module of this package with a `TITLE` and `run() -> Section`.
"""

import argparse
import importlib
import sys
import time

from bench.report import Section, write_report

BENCHMARKS = ("check", "prospects", "edit", "explorer", "cold", "texts", "map", "stories", "shapes", "desk")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("names", nargs="*", help=f"any of: {', '.join(BENCHMARKS)}; default: all")
    names = parser.parse_args(arguments).names or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    sections: list[Section] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        began = time.monotonic()
        section: Section = importlib.import_module(f"bench.{name}").run()
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        print(section.text(), flush=True)
        sections.append(section)
    write_report(sections)
    return 1 if any(section.over_budget for section in sections) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
