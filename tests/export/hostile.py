"""A guide whose every word attacks: markup, scripts, pictures, links, escapes, bidirectional overrides."""

from debttree.journey import Journey, begin
from debttree.model import (
    ChecklistItem,
    Choice,
    Consequence,
    Deadline,
    Kind,
    Node,
    Party,
    Purpose,
    Roll,
    Source,
    Text,
    Tree,
    Unit,
    clean,
)
from tests.export.conftest import TODAY

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "![x](http://evil.example/pixel.png)",
    "[click](javascript:alert(1)) [here](http://evil.example/)",
    "</style><style>*{display:none}</style>",
    "<!-- ]]> --> &lt;b&gt; &#x1b; &#x202e; &amp;",
    "# not a heading\n\n---\n\n> not a quote",
    "\x1b]0;title\x07\x1b[2J \u202egnp.exe\u2066",
    "| a | b |\n|---|---|\n| c | d |",
    "`` ` ``` code",
    "1. one\n\n       deep\n\n<iframe src='http://evil.example'></iframe>",
    "BEGIN:VEVENT\r\nEND:VCALENDAR\n;,\\",
    "style-src 'unsafe-inline'; url(http://evil.example)",
)
ALL = "\n\n".join(ATTACKS)


def hostile_tree() -> Tree:
    """Every text of it holds every attack; titles and labels on one line."""
    words = Text.of(ALL)
    end = Node("b", Kind.OUTCOME, words, text=words, sources=("s",), brings=("c",))
    start = Node(
        "a",
        Kind.CHANCE,
        words,
        actor=words,
        text=words,
        checklist=(ChecklistItem("i", Purpose.SAY, words),),
        deadlines=(Deadline("d", 3, Unit.DAYS, Party.YOU, Roll.NONE, words, words),),
        choices=(Choice("x", words, "b", words, words),),
    )
    return Tree(
        "hostile",
        "0",
        words,
        "a",
        {"a": start, "b": end},
        disclaimer=words,
        consequences={"c": Consequence("c", words, 5, words)},
        sources={"s": Source("s", words, url=clean(ALL))},
    )


def hostile_walk(tree: Tree) -> Journey:
    return begin(tree).noted(clean(ALL), TODAY).dated(("a", "d"), TODAY).take(tree, "x")
