"""Show problems to people: place, message, the line itself with a caret under it, and the hint."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from debttree.export.wrapping import cells
from debttree.locales import Phrases
from debttree.model import Place, Problem, Severity, clean_line
from debttree.reading.lines import Lines

LINE_CELLS = 100
"""Most cells shown of a file's line, which may have a megabyte."""

OF_A_KIND = 20
"""Most problems of one code shown for a file: thousands of unknown keys have one cause, and would hide the others."""

_BEFORE = 40
"""Characters shown before the place in a line that is too long."""


def problem_lines(
    problems: Iterable[Problem],
    file: str,
    text: str,
    say: Phrases,
    style: "PlainStyle | None" = None,
    *,
    whole: Collection[str] = (),
) -> Iterator[str]:
    """Yield the lines that show the problems of a file: the first of each code, then how many more there are.

    Args:
        problems: of the file, with their places, in the order in which they are shown.
        file: the file's name, as the person gave it.
        text: of the file.
        say: the language.
        style: how words are marked; default: not at all.
        whole: codes of which each problem is shown.
    """
    style, lines = style or PlainStyle(), Lines(text)
    met: Counter[str] = Counter()
    for problem in problems:
        met[problem.code] += 1
        if met[problem.code] <= OF_A_KIND or problem.code in whole:
            yield from _lines_of(problem, file, lines, say, style)
    for code, number in met.items():
        if number > OF_A_KIND and code not in whole:
            more = say("{n} more like these", n=number - OF_A_KIND)
            yield f"{clean_line(file)}: {more} [{code}]"


def _lines_of(problem: Problem, file: str, text: Lines, say: Phrases, style: "PlainStyle") -> list[str]:
    place = problem.place or Place(1, 1)
    severity = style.severity(say.tell(problem.severity.words), problem.severity)
    where = style.bold(f"{clean_line(file)}:{place.line}:{place.column}:")
    lines = [f"{where} {severity}: {say.tell(problem.message)} [{problem.code}]"]
    if problem.path or problem.code in _OF_THE_TEXT:
        lines += _excerpt(place, text, style)
    if problem.hint is not None:
        lines.append("      " + say("hint: {hint}", hint=problem.hint))
    return lines


_OF_THE_TEXT = ("not-toml", "not-utf-8", "needs-toml-1.1")
"""Problems without a data path that have a place all the same."""


class PlainStyle:
    """Leaves words as they are."""

    def bold(self, text: str) -> str:
        """Style text that stands out."""
        return text

    def severity(self, text: str, severity: Severity) -> str:
        """Style the word for a severity."""
        return text


class ColourStyle(PlainStyle):
    """Colours words for a terminal; colour is never the only sign of anything."""

    def bold(self, text: str) -> str:
        """Make text bold."""
        return f"\x1b[1m{text}\x1b[0m"

    def severity(self, text: str, severity: Severity) -> str:
        """Colour errors red and warnings yellow."""
        return f"\x1b[1;{31 if severity is Severity.ERROR else 33}m{text}\x1b[0m"


def _excerpt(place: Place, text: Lines, style: PlainStyle) -> list[str]:
    line = text.line(place.line)
    start = max(place.column - 1 - _BEFORE, 0) if cells(clean_line(line)) > LINE_CELLS else 0
    before = clean_line(line[start : place.column - 1])
    after = clean_line(line[place.column - 1 : start + LINE_CELLS])
    ellipsis = "…" if start else ""
    gutter = f"{place.line:>5} | "
    return [
        (gutter + ellipsis + before + after).rstrip(),
        " " * 5 + " | " + " " * cells(ellipsis + before) + style.bold("^"),
    ]
