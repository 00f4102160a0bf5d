"""Write a tree on paper as Markdown: languages one after the other, so that a diff of two prints can be read."""

from collections.abc import Iterator

from debttree.export.booklet import Booklet, BookletEntry, BookletPart, BookletRow
from debttree.export.markdown import escaped, prose_in_markdown
from debttree.locales import Phrases


def booklet_markdown(made: Booklet, say: Phrases) -> str:
    """Return the whole booklet as Markdown."""
    return "\n".join(_page(made, say)).rstrip() + "\n"


def _page(made: Booklet, say: Phrases) -> Iterator[str]:
    yield f"# {escaped(' · '.join(made.title))}"
    yield ""
    for sentence in (*made.intro, *made.numbers):
        yield f"- {escaped(sentence)}"
    for part in made.about:
        yield from _part(part, say)
    for sentence in made.gone:
        yield f"- {escaped(sentence)}"
    for entry in made.entries:
        yield from _entry(entry, made, say)


def _entry(entry: BookletEntry, made: Booklet, say: Phrases) -> Iterator[str]:
    yield ""
    name = f" `{entry.name}`" if entry.name else ""
    mark = f" ({escaped(entry.mark)})" if entry.mark else ""
    yield f"## {entry.number}.{name} {escaped(_joined(entry.title))}{mark}"
    yield ""
    yield escaped(entry.kind)
    if entry.changes:
        yield ""
        yield from (f"- {escaped(change)}" for change in entry.changes)
    for part in entry.parts:
        yield from _part(part, say)
    if made.signed:
        yield ""
        sign = say("Read, right, date, signature:")
        yield f"- [ ] {escaped(sign)}"


def _part(part: BookletPart, say: Phrases) -> Iterator[str]:
    if not part.rows:
        return
    if part.heading:
        yield ""
        yield f"**{escaped(part.heading)}**"
    for row in part.rows:
        if row.prose:
            yield ""
            for words in dict.fromkeys(row.words):
                yield from (f"> {line}".rstrip() for line in ("", *prose_in_markdown(words))[2:])
                yield ""
    rows = [row for row in part.rows if not row.prose]
    if rows:
        yield ""
    for row in rows:
        yield from _row(row, say)


def _row(row: BookletRow, say: Phrases, indent: str = "") -> Iterator[str]:
    words = [escaped(words.replace("\n", " ")) for words in (row.note, _joined(row.words)) if words]
    to = f" → {escaped(say('go to {number}', number=row.goes_to))}" if row.goes_to else ""
    yield f"{indent}- {': '.join(words)}{to}"
    for lower in row.under:
        yield from _row(lower, say, f"{indent}    ")


def _joined(words: tuple[str, ...]) -> str:
    return " · ".join(dict.fromkeys(words))
