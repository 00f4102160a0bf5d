"""Every sentence in the code is in every catalogue: looked for by the syntax tree, f-strings and defaults included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import debttree

SOURCE = Path(debttree.__file__).parent
SENTENCES = {"msg": 1, "say": 1, "plural": 2}
"""Calls that say a sentence, and how many forms of it they are given at least."""


def sentences(code: str) -> Iterator[str]:
    """The first form of each sentence that some code says, wherever the call stands."""
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        name = name.lstrip("_")  # `self._say` says as much as `say`
        if name in SENTENCES and len(call.args) >= SENTENCES[name]:
            yield from _words(call.args[0])


def _words(form: ast.expr) -> Iterator[str]:
    """The words of a form; of one that depends on something, each."""
    if isinstance(form, ast.IfExp):
        yield from (*_words(form.body), *_words(form.orelse))
    elif isinstance(form, ast.Constant) and isinstance(form.value, str):
        yield form.value


@pytest.mark.parametrize("code", [
    'f"{say(\'Found\')}"', "def f(x=msg('Found')): ...", "self.say.plural('Found', 'all', 2)",
    "lambda: _do('x', msg('Fou'\n'nd'))", "@d(msg('Found'))\nclass A: ...", "f'{n:{say(\"Found\")}}'",
    "self._say('Found')",
])  # fmt: skip
def test_a_sentence_is_found_wherever_it_is_said(code: str) -> None:
    assert list(sentences(code)) == ["Found"]


def test_every_sentence_in_the_code_is_in_every_catalogue() -> None:
    said = {
        sentence for file in SOURCE.rglob("*.py") for sentence in sentences(file.read_text(encoding="utf-8"))
    }
    assert len(said) > 1000
    catalogues = sorted(SOURCE.glob("locales/*/LC_MESSAGES/*.po"))
    assert catalogues
    for file in catalogues:
        with file.open("rb") as opened:
            known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(opened)}
        assert sorted(said - known) == []
