"""A tree out of a file: what is inferred, what is collected, and where it stands."""

import datetime as dt

import pytest

from debttree.model import (
    Confidence,
    Kind,
    Message,
    Party,
    Problem,
    Purpose,
    Roll,
    Severity,
    Text,
    Tree,
    Unit,
)
from debttree.reading import read

SMALLEST = b"""format = "debttree/1"

[nodes.overdue]
title = "A bill is overdue"

[[nodes.overdue.choices]]
label = "Call the lender today"
to = "plan"

[nodes.plan]
title = "A plan is agreed"
"""

WHOLE = """
format = "debttree/1"

[tree]
title.en = "Alipay overdue"
title.zh = "支付宝逾期"
summary.en = "Summary"
summary.zh = "摘要"
root = "overdue"
languages = ["zh", "en"]
reviewed = 2026-11-23
review_after_days = 180
holidays = "CN"
disclaimer.en = "D"
disclaimer.zh = "声明"

[[urgent]]
label = "Court papers"
to = "plan"

[stages.overdue]
title = "Overdue"

[consequences.litigation]
title = "Litigation"
severity = 4
text = "T"

[sources.limitation]
title = "Art. 188"
url = "https://example.org/\u2066"
valid_from = 2021-01-01
valid_until = 2026-12-31
checked = 2026-11-23
confidence = "verified"

[nodes.plan]
title = "Plan"

[nodes.overdue]
kind = "chance"
stage = "overdue"
actor = "The lender"
title = "Overdue"
text = "Text"
brings = ["litigation"]
sources = ["limitation"]
tags = ["phone"]

[[nodes.overdue.checklist]]
id = "contract"
text = "The contract"

[[nodes.overdue.checklist]]
id = "words"
for = "say"
text = "Words"

[[nodes.overdue.deadlines]]
id = "objection"
days = 15
roll = "next-working-day"
event = "It reached you"
text = "Object"

[[nodes.overdue.choices]]
id = "call"
label = "Call"
to = "plan"
text = "Why"
caution = "Careful"
""".encode()


def tree_of(content: bytes) -> Tree:
    tree = read(content, "name").tree
    assert tree is not None
    return tree


def test_the_smallest_tree_needs_only_titles_labels_and_targets() -> None:
    reading = read(SMALLEST, "small")
    tree = reading.tree
    assert tree is not None
    assert [problem.code for problem in reading.problems] == ["no-urgent"]
    assert tree.root == "overdue"
    assert tree.title.wording("zh").text == "small"
    assert {name: node.kind for name, node in tree.nodes.items()} == {
        "overdue": Kind.DECISION,
        "plan": Kind.OUTCOME,
    }
    assert tree.nodes["overdue"].choices[0].id == "plan"


def test_everything_that_the_format_has_is_read() -> None:
    reading = read(WHOLE, "whole")
    assert [problem.code for problem in reading.problems] == ["draws-nothing"]
    tree = tree_of(WHOLE)
    node = tree.nodes["overdue"]
    assert tree.root == "overdue"
    assert tree.languages == ("zh", "en")
    assert tree.review_due() == dt.date(2027, 5, 22)
    assert tree.urgent[0].to == "plan"
    assert tree.consequences["litigation"].severity == 4
    source = tree.sources["limitation"]
    assert (source.confidence, source.url) == (Confidence.VERIFIED, "https://example.org/<U+2066>")
    assert source.expired(dt.date(2027, 1, 1))
    assert not source.expired(dt.date(2026, 12, 31))
    assert (node.kind, node.stage, node.brings, node.sources, node.tags) == (
        Kind.CHANCE,
        "overdue",
        ("litigation",),
        ("limitation",),
        ("phone",),
    )
    assert [(item.id, item.purpose) for item in node.checklist] == [
        ("contract", Purpose.HAVE),
        ("words", Purpose.SAY),
    ]
    deadline = node.deadlines[0]
    assert (deadline.amount, deadline.unit, deadline.by, deadline.roll) == (
        15,
        Unit.DAYS,
        Party.YOU,
        Roll.NEXT_WORKING_DAY,
    )
    assert node.choices[0].caution is not None


def test_the_version_is_the_hash_of_the_bytes() -> None:
    assert tree_of(SMALLEST).version != tree_of(SMALLEST + b"\n").version
    assert len(tree_of(SMALLEST).version) == 12


def test_a_bom_and_line_ends_change_nothing_but_the_version() -> None:
    plain, other = tree_of(SMALLEST), tree_of(b"\xef\xbb\xbf" + SMALLEST.replace(b"\n", b"\r\n"))
    assert plain.nodes == other.nodes


def problems(content: str) -> list[Problem]:
    return [p for p in read(content.encode(), "x").problems if p.code != "no-urgent"]


HEAD = 'format = "debttree/1"\n'
NODE = HEAD + '[nodes.a]\ntitle = "A"\n'


@pytest.mark.parametrize(
    ("content", "code", "path"),
    [
        ("[nodes.a]\ntitle='A'", "missing", ()),
        (HEAD + "nodes = 3", "mistyped", ("nodes",)),
        (HEAD + "[nodes]\na = 3", "mistyped", ("nodes", "a")),
        (NODE + "stage = 3", "mistyped", ("nodes", "a", "stage")),
        (
            NODE + "brings = ['x', 1]\n[consequences.x]\ntitle='x'\nseverity=1",
            "mistyped",
            ("nodes", "a", "brings", 1),
        ),
        (NODE + "choices = 3", "mistyped", ("nodes", "a", "choices")),
        (NODE + "[[nodes.a.choices]]\nlabel='x'\nto=3", "mistyped", ("nodes", "a", "choices", 0, "to")),
        (HEAD + "[nodes.a]\ntitle = ''", "missing", ("nodes", "a", "title")),
        (HEAD + "[nodes.a]\ntitle = {}", "missing", ("nodes", "a", "title")),
        (HEAD + "[nodes.a]\ntitle.en = true", "mistyped", ("nodes", "a", "title", "en")),
        (NODE + "[consequences.c]\ntitle='c'\nseverity=true", "mistyped", ("consequences", "c", "severity")),
        (NODE + "[tree]\nreviewed = 2026-11-23T10:00:00", "not-a-date", ("tree", "reviewed")),
        (NODE + "[tree]\nreview_after_days = 0", "out-of-range", ("tree", "review_after_days")),
        (NODE + "[tree]\nlanguages = ['english']", "bad-language", ("tree", "languages", 0)),
        (NODE + "[tree]\nlanguages = ['en', 'en']", "duplicate-id", ("tree", "languages", 1)),
        (NODE + "[a]\nb = " + "[" * 70 + "]" * 70, "too-deep", ("a",)),
        (HEAD + f"[nodes.a]\ntitle = '{'x' * 1_000_001}'", "too-large", ("nodes", "a", "title")),
        (HEAD + f"[nodes.a]\ntitle.en = '{'x' * 1_000_001}'", "too-large", ("nodes", "a", "title", "en")),
        (NODE + f"[sources.s]\ntitle = 's'\nurl = '{'x' * 1_000_001}'", "too-large", ("sources", "s", "url")),
        (NODE + "[[urgent]]\nlabel = 'Now'\nto = 'b'", "unknown-target", ("urgent", 0, "to")),
        (NODE + "[tree]\nholidays = 'China'", "unknown-holidays", ("tree", "holidays")),
        (NODE + "[tree]\nholidays = 'cn'", "unknown-holidays", ("tree", "holidays")),
        (NODE + "[tree]\nholidays = '中国'", "unknown-holidays", ("tree", "holidays")),
        (NODE + "[tree]\nreviewed = 'today'", "not-a-date", ("tree", "reviewed")),
    ],
)
def test_each_mistake_is_one_problem_at_its_place(
    content: str, code: str, path: tuple[str | int, ...]
) -> None:
    found = [p for p in problems(content) if p.severity is Severity.ERROR]
    assert [(p.code, p.path) for p in found] == [(code, path)]


def test_a_mistyped_target_is_not_reported_as_unknown_too() -> None:
    found = problems(NODE + "[[nodes.a.choices]]\nlabel='x'\nto=['a']")
    assert [p.code for p in found] == ["mistyped"]


def test_a_nodes_key_below_its_first_list_is_explained() -> None:
    found = problems(NODE + "[[nodes.a.choices]]\nlabel='x'\nto='a'\nsources=['s']")
    assert [p.code for p in found] == ["unknown-key"]
    assert found[0].hint is not None
    assert "belongs to the node" in found[0].hint.template


def test_a_key_that_means_nothing_anywhere_gets_the_nearest_one_that_does_as_a_hint() -> None:
    choice = "[[nodes.a.choices]]\nlabel='x'\nto='a'\n"
    near, far = problems(NODE + choice + "lable='y'\nzzz=1")
    assert (near.code, far.code) == ("unknown-key", "unknown-key")
    assert near.hint is not None
    assert near.hint.values == {"name": "label"}
    assert far.hint is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("true", "true or false"),
        ("3", "a whole number"),
        ("3.0", "a number with a point"),
        ("2026-11-23T10:00:00", "a date with a time"),
        ("2026-11-23", "a date"),
        ("10:00:00", "a time"),
        ("[]", "an array"),
        ("{}", "a table"),
    ],
)
def test_what_stands_there_instead_is_named(written: str, kind: str) -> None:
    (problem,) = problems(NODE + f"stage = {written}")
    found = problem.message.values["found"]
    assert isinstance(found, Message)
    assert found.template == kind


def test_a_blank_text_is_none_and_a_mistake_only_where_one_must_be() -> None:
    found = read((NODE + "text = ' '\nactor.en = '\t'\n").encode(), "x").tree
    assert found is not None
    assert (found.nodes["a"].text, found.nodes["a"].actor) == (None, None)
    item = "[[nodes.a.checklist]]\nid='i'\ntext=' '\n[[nodes.a.checklist]]\nid='j'\ntext='J'\n"
    reading = read((NODE + item).encode(), "x")
    assert [p.code for p in reading.problems if p.severity is Severity.ERROR] == ["missing"]
    assert reading.tree is not None
    assert [entry.id for entry in reading.tree.nodes["a"].checklist] == ["j"]


def test_a_table_inside_a_node_is_explained() -> None:
    found = problems(HEAD + "[nodes.v1.2]\ntitle='A'")
    assert {p.code for p in found} == {"missing", "unknown-key"}
    hint = next(p.hint for p in found if p.code == "unknown-key")
    assert hint is not None
    assert "dot" in hint.template


@pytest.mark.parametrize(
    "content",
    [
        b"\x00",
        b"\xff\xfe\x00",
        b"a = " + b"[" * 5000,
        b"a = " + b"9" * 5000,
        b'a = "\\ud800"',
        b"a = 1\na = 2",
        "[nodes.逾期]".encode(),
        b"[a]\n[a]",
        b'x = "\r"',
        b"",
    ],
)
def test_a_broken_file_is_one_clean_problem(content: bytes) -> None:
    reading = read(content, "x")
    if content:
        assert len(reading.problems) == 1
        assert reading.problems[0].place is not None
        assert reading.tree is None
    else:
        assert {p.code for p in reading.problems} == {"missing", "no-nodes", "no-urgent"}


def test_a_name_that_needs_quotes_gets_them_in_the_hint() -> None:
    (problem,) = read("[nodes.逾期]".encode(), "x").problems
    assert problem.hint is not None
    assert problem.hint.values["line"] == '[nodes."逾期"]'


def test_many_mistakes_are_all_found_in_one_run() -> None:
    content = HEAD + "".join(f"[nodes.n{i}]\ntitle = 'N'\nstage = 's{i}'\n" for i in range(100))
    assert len([p for p in problems(content) if p.code == "unknown-stage"]) == 100


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("'2025-02-28'", {"date": "2025-02-28"}),
        ("' 20250228 '", {"date": "2025-02-28"}),
        ("'28.2.2025'", {"date": "2026-11-23"}),  # an example, where nobody can know which day is meant
        ("2025-02-28T10:00:00Z", {"date": "2025-02-28"}),
        ("10:00:00", None),
    ],
)
def test_a_date_written_otherwise_is_shown_as_it_should_be(written: str, hint: dict[str, str] | None) -> None:
    (found,) = problems(NODE + f"[tree]\nreviewed = {written}")
    assert found.code == "not-a-date"
    assert (found.hint.values if found.hint else None) == hint


def test_a_tree_has_so_many_nodes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debttree.reading.reader.NODES", 2)
    nodes = HEAD + "[nodes.a]\ntitle='A'\n[nodes.b]\ntitle='B'\n"
    assert "too-large" not in {problem.code for problem in problems(nodes)}
    (found,) = [
        problem for problem in problems(nodes + "[nodes.c]\ntitle='C'\n") if problem.code == "too-large"
    ]
    assert (found.severity, found.path) == (Severity.ERROR, ("nodes",))


def test_two_choices_with_one_label_are_told_once_for_each_that_repeats_it() -> None:
    choices = "".join(f"[[nodes.a.choices]]\nid='{i}'\nlabel='same'\nto='b'\n" for i in "xyz")
    found = [p.path for p in problems(NODE + choices + "[nodes.b]\ntitle='B'\n") if p.code == "same-label"]
    assert found == [("nodes", "a", "choices", 1, "label"), ("nodes", "a", "choices", 2, "label")]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Pay now", "Pay  now ", True),
        ("Pay now", "PAY NOW", True),
        ("Pay now", "Ｐay now", True),
        ("Pay now", "P\u0430y now", True),  # a Cyrillic letter
        ("付款", "付\ufe00款", True),  # a shape that most fonts do not have
        ("付款", "支付", False),
    ],
)
def test_two_choices_that_look_alike_are_told(first: str, second: str, alike: bool) -> None:
    choices = "".join(
        f"[[nodes.a.choices]]\nlabel='{words}'\nto='b'\nid='{name}'\n"
        for name, words in (("x", first), ("y", second))
    )
    found = [p for p in problems(NODE + choices + "[nodes.b]\ntitle='B'\n") if p.code == "same-label"]
    assert [p.message.values for p in found] == ([{"label": second, "other": first}] if alike else [])


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ("title = '\u3164'", ("title",)),
        ("title = {en = 'A', zh = '\u2800'}", ("title", "zh")),
        ("title = 'A'\ntags = ['x', 'y\u00ad']", ("tags", 1)),
        ("title = 'A'\ntext = 'pay\U000e0041 now'", ("text",)),
        ("title = 'A'\nchecklist = [{id = 'x', text = 'a\u200b'}]", ("checklist", 0, "text")),
    ],
)
def test_what_nobody_can_see_is_told_at_its_place(row: str, path: tuple[str | int, ...]) -> None:
    found = [p for p in problems(HEAD + f"[nodes.a]\n{row}\n") if p.code == "draws-nothing"]
    assert [(p.path, p.severity) for p in found] == [(("nodes", "a", *path), Severity.WARNING)]


def test_a_title_of_nothing_but_what_draws_nothing_is_seen() -> None:
    assert tree_of((HEAD + "[nodes.a]\ntitle = '\u3164\u2800'\n").encode()).nodes["a"].title == Text.of(
        "<U+3164><U+2800>"
    )
