"""Write a summary as one HTML file: no script, nothing from outside, made for A4 paper and for screens.

A content security policy with the hash of the page's style forbids everything else, and every word is escaped.
"""

from collections.abc import Iterator
from html import escape

from debttree.export.html_head import head
from debttree.export.page import Group, Line, Section, SummaryPage
from debttree.export.prose_html import prose
from debttree.locales import Phrases
from debttree.model import base_of

STYLE = """
@page { size: A4; margin: 15mm 16mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 46rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.55 system-ui, "Noto Sans", "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.3; margin: 0; }
h2 { font-size: 1.15em; margin: 1.5em 0 .5em; padding-top: .5em; border-top: 1px solid #bbb;
  break-after: avoid; }
h3 { font-size: 1em; margin: .9em 0 .3em; break-after: avoid; }
p { margin: .35rem 0; }
.made, .under { color: #444; }
.under { font-size: .94em; margin: .1em 0; }
.place { font-size: 1.1em; font-weight: 600; }
ul, ol { margin: .35rem 0; padding-left: 1.6rem; }
li { margin: .35rem 0; break-inside: avoid; }
ul.ticks { list-style: none; padding-left: 0; }
ul.ticks > li { padding-left: 1.7rem; position: relative; }
.box { position: absolute; left: 0; }
#next { border: 2px solid #1a1a1a; padding: 0 1rem .6rem; margin-top: 1.5rem; break-inside: avoid; }
#next h2, #contacts h2 { border: 0; margin-top: .3rem; }
#about { font-size: .9em; }
blockquote { margin: .35rem 0 .35rem 1rem; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { border: 1px solid #999; padding: .2rem .5rem; text-align: left; vertical-align: top; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.35; }
  li, p { margin: .1em 0; }
  h2 { margin: .7em 0 .2em; padding-top: .2em; }
  h3 { margin: .4em 0 .1em; }
}
"""


def html(page: SummaryPage, say: Phrases) -> str:
    """Return the whole page as HTML."""
    return "\n".join(_page(page, say)) + "\n"


def _page(page: SummaryPage, say: Phrases) -> Iterator[str]:
    yield from head(page.language, page.title, STYLE)
    yield "<body>"
    yield f"<h1>{escape(page.title)}</h1>"
    beside = _beside(page, say)
    yield f'<p class="made"{beside}>{escape(page.subtitle)}</p>'
    for section in page.sections:
        yield from _section(section, say, beside)
    yield "</body>"
    yield "</html>"


def _beside(page: SummaryPage, say: Phrases) -> str:
    """Return the language of headings as an attribute, where the program does not speak that of the guide."""
    return "" if base_of(page.language) == base_of(say.interface) else f' lang="{escape(say.interface)}"'


def _section(section: Section, say: Phrases, beside: str) -> Iterator[str]:
    yield f'<section id="{section.id}">'
    yield f"<h2{beside}>{escape(section.heading)}</h2>"
    for number, sentence in enumerate(section.intro):
        place = ' class="place"' if section.id == "here" and number == 0 else ""
        yield f"<p{place}>{escape(sentence)}</p>"
    if section.prose:
        yield from prose(section.prose)
    for group in section.groups:
        yield from _group(group, say)
    yield "</section>"


def _group(group: Group, say: Phrases) -> Iterator[str]:
    if group.heading:
        yield f"<h3>{escape(group.heading)}</h3>"
    if not group.lines:
        return
    first = group.lines[0]
    tag = "ul" if first.number is None else "ol"
    yield f'<{tag} class="ticks">' if first.tick is not None else f"<{tag}>"
    for line in group.lines:
        yield from _line(line, say)
    yield f"</{tag}>"


def _line(line: Line, say: Phrases) -> Iterator[str]:
    yield "<li>"
    if line.tick is not None:
        sign, name = ("☑", say("done")) if line.tick else ("☐", say("not done yet"))
        yield f'<span class="box" role="img" aria-label="{escape(name)}">{sign}</span>'
    yield escape(line.text)
    for under in line.under:
        yield f'<p class="under">{escape(under)}</p>'
    if line.prose:
        yield from prose(line.prose)
    yield "</li>"
