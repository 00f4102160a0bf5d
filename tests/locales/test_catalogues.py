"""Every sentence of the program has its Chinese, with the same places in it."""

import string
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from debttree.locales import phrases
from debttree.model import msg

ROOT = Path(__file__).parents[2]
CHINESE = ROOT / "src" / "debttree" / "locales" / "zh" / "LC_MESSAGES" / "debttree.po"


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_catalogues_are_in_step_with_the_source_and_whole() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.catalogues", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_every_translation_has_the_places_of_its_sentence() -> None:
    with CHINESE.open("rb") as file:
        catalogue = read_po(file, locale="zh")
    for message in catalogue:
        if not message.id:
            continue
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        translations = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for translation in translations:
            assert places(translation) <= set().union(*map(places, originals)), message.id
            if isinstance(message.id, str):
                assert places(translation) == places(message.id), message.id


def test_sentences_are_said_in_the_language_asked_for() -> None:
    sentence = 'Did you mean "{name}"?'
    assert phrases("en")(sentence, name="plan") == 'Did you mean "plan"?'
    assert phrases("zh")(sentence, name="plan") != 'Did you mean "plan"?'
    assert "plan" in phrases("zh")(sentence, name="plan")


def test_values_are_cleaned_and_messages_nest() -> None:
    say = phrases("en")
    assert say.tell(msg("hint: {hint}", hint=msg('Did you mean "{name}"?', name="\x1b[2J\n"))) == (
        'hint: Did you mean "␛[2J "?'
    )
