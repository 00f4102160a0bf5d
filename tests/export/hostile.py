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
    "pay\u200b\u00ad now\u3164 \u2800\u115f\uffa0 \U000e0070\U000e0061 &#x3164; &#xE0041; \ufe0f",
    "%%{init: {'theme':'dark'}}%% $$x$$ fa:fa-car &amp;",
)
ALL = "\n\n".join(ATTACKS)

LABELS = (
    "%%{init: {'theme':'dark'}}%%x",
    "%% comment",
    "$$x^2$$ a",
    "fa:fa-car go",
    "*em* **strong** _u_ __uu__",
    "`code`",
    '"`md **b**`"',
    "a<br>b<br/>c",
    "#quot;#9829;&amp;",
    "1. one",
    "- list",
    "+ list",
    "# head",
    "> quote",
    'click n0 "http://x"',
    ":::brings",
    "end",
    "style n0 fill:#f9f;",
    "classDef x fill:#f00;",
    "--> |x| n0",
    "A & B",
    "https://evil.example/a_b_c",
    "[l](http://e)",
    "![i](http://e/i.png)",
    "~~del~~",
    "ﬂ°lt¶ßb",
    "ﬂ°°35¶ß",
    "a;b",
    "{{x}}",
    "subgraph x",
    "@{ shape: circle }",
    '\\n\\u0041 \\"',
    "<script>alert(1)</script>",
    "<b>x</b>",
    "中文，“先别签字。”",
    "a\xa0b",
    "* item",
    "a|b",
    "accTitle: x",
    "(010)12378",
    "50 %%",
    "&lt;b&gt;",
    "#35;",
    "#x41;",
    "|--|",
    "a * b * c",
    "http:fa:fa-x",
    "==x==",
    "^sup^ ~sub~",
    "x@y.example",
    "mailto:x@y.example",
    "www.example.com",
    "“”‘’—…",
    "$5 and $6",
    "nbsp#160;",
    "&alpha; &#945; &nbsp; &amp;lt; &bogus;",
    "\\N \\G \\E \\l \\r",
    "<TABLE><TR><TD>x</TD></TR></TABLE>",
    "a\\",
    '"; x [label=evil]; "',
    "/* c */ // d # e",
    "AT&T; x",
)
"""Titles whose words act in Mermaid or in Graphviz, or did in some version, unless they are escaped. Each was drawn
by Mermaid 11.4.1 and 11.17.2 in Chromium and by Graphviz 2.43, as every kind of node, as a choice and as a
consequence: its words are all there, and no element but text is in them."""


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
