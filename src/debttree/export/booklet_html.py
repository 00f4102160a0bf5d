"""Write a tree on paper as one HTML file: languages side by side, numbers that lead on, boxes to sign.

As a summary, the page loads nothing and runs nothing, and every word is escaped.
"""

from collections.abc import Iterator
from html import escape

from debttree.export.booklet import Booklet, BookletEntry, BookletPart, BookletRow
from debttree.export.html_head import head
from debttree.export.prose_html import prose
from debttree.export.svg import sheet_svg
from debttree.locales import Phrases

STYLE = """
@page { size: A4; margin: 15mm 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; color: #1a1a1a; background: #fff;
  font: .95rem/1.5 system-ui, "Noto Sans", "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4em; line-height: 1.3; margin: 0 0 .3em; }
h2 { font-size: 1.1em; margin: 0; break-after: avoid; }
h3 { font-size: .92em; margin: .7em 0 .1em; color: #444; break-after: avoid; }
p { margin: .25rem 0; }
.entry { border-top: 2px solid #1a1a1a; margin-top: 1.6em; padding-top: .5em; }
.kind, .note, .made { color: #444; font-size: .92em; }
.mark { border: 1px solid #1a1a1a; padding: 0 .3em; font-size: .85em; }
.changes { background: #f2f2f2; padding: .3em .6em; margin: .4em 0; list-style: none; }
.row { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 0 1.2em;
  margin: .25rem 0; break-inside: avoid; }
.row.prose { break-inside: auto; }
.note, .to { grid-column: 1 / -1; }
.under { margin-left: 1.2em; font-size: .94em; }
.to a { font-weight: 600; color: inherit; }
.sign { border: 1px solid #777; margin-top: .6em; padding: .5em .6em 1.6em; font-size: .85em; color: #444;
  break-inside: avoid; }
.sheet { break-before: page; break-after: page; }
.sheet svg { width: 100%; height: auto; }
blockquote { margin: .3rem 0 .3rem 1rem; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; margin: .4rem 0; }
th, td { border: 1px solid #999; padding: .15rem .4rem; text-align: left; vertical-align: top; }
.columns-1 { --columns: 1; } .columns-2 { --columns: 2; } .columns-3 { --columns: 3; } .columns-4 { --columns: 4; }
@media print { body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.4; } }
"""

MOST_COLUMNS = 4
"""Languages that stand side by side on paper; with more of them they stand below one another."""


def booklet_html(made: Booklet, say: Phrases) -> str:
    """Return the whole booklet as HTML."""
    return "\n".join(_page(made, say)) + "\n"


def _page(made: Booklet, say: Phrases) -> Iterator[str]:
    title = " · ".join(made.title)
    yield from head(made.language, title, STYLE)
    columns = len(made.languages) if len(made.languages) <= MOST_COLUMNS else 1
    yield f'<body class="columns-{columns}">'
    yield f"<h1>{escape(title)}</h1>"
    yield from (f'<p class="made">{escape(sentence)}</p>' for sentence in (*made.intro, *made.numbers))
    for part in made.about:
        yield from _part(part, made, say)
    yield from (f"<p>{escape(sentence)}</p>" for sentence in made.gone)
    for sheet in made.sheets:
        yield f'<div class="sheet">{sheet_svg(sheet)}</div>'
    for entry in made.entries:
        yield from _entry(entry, made, say)
    yield "</body>"
    yield "</html>"


def _entry(entry: BookletEntry, made: Booklet, say: Phrases) -> Iterator[str]:
    yield f'<section class="entry" id="n-{escape(entry.number)}">'
    mark = f' <span class="mark">{escape(entry.mark)}</span>' if entry.mark else ""
    name = f' <code class="note">{escape(entry.name)}</code>' if entry.name else ""
    yield f"<h2>{escape(entry.number)}{name}{mark}</h2>"
    yield f'<p class="kind">{escape(entry.kind)}</p>'
    yield from _cells(entry.title, made, tag="strong")
    if entry.changes:
        yield '<ul class="changes">'
        yield from (f"<li>{escape(change)}</li>" for change in entry.changes)
        yield "</ul>"
    for part in entry.parts:
        yield from _part(part, made, say)
    if made.signed:
        sign = say("Read, right, date, signature:")
        yield f'<p class="sign">{escape(sign)}</p>'
    yield "</section>"


def _part(part: BookletPart, made: Booklet, say: Phrases) -> Iterator[str]:
    if part.heading and part.rows:
        yield f"<h3>{escape(part.heading)}</h3>"
    for row in part.rows:
        yield from _row(row, made, say)


def _row(row: BookletRow, made: Booklet, say: Phrases, under: str = "") -> Iterator[str]:
    yield f'<div class="row{" prose" if row.prose else ""}{under}">'
    if row.note:
        yield f'<span class="note">{escape(row.note)}</span>'
    for language, words in _distinct(row.words, made.languages):
        whole = "" if language else ' class="note"'
        lang = f' lang="{escape(language)}"' if language else ""
        yield f"<div{whole}{lang}>{''.join(prose(words)) if row.prose else escape(words)}</div>"
    if row.goes_to:
        there = escape(say("go to {number}", number=row.goes_to))
        yield f'<span class="to">→ <a href="#n-{escape(row.goes_to)}">{there}</a></span>'
    yield "</div>"
    for lower in row.under:
        yield from _row(lower, made, say, " under")


def _cells(words: tuple[str, ...], made: Booklet, tag: str) -> Iterator[str]:
    yield '<div class="row">'
    for language, text in _distinct(words, made.languages):
        lang = f' lang="{escape(language)}"' if language else ""
        yield f"<div{lang}><{tag}>{escape(text)}</{tag}></div>"
    yield "</div>"


def _distinct(words: tuple[str, ...], languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield language and words; once and without a language where all are alike."""
    if len(words) > 1 and len(set(words)) == 1:
        yield "", words[0]
    else:
        yield from zip(languages, words, strict=True)
