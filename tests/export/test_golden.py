"""What a summary looks like, byte for byte, in every format and language.

`UPDATE_GOLDEN=1 pytest tests/export/test_golden.py` writes the files anew; read the difference before it is kept.
"""

import os
from pathlib import Path

import pytest

from debttree.export import Format, Summary, render, summary
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("zh", "en")
UNDATED = ("begun", Format.ICS)
"""Nothing is dated at the beginning, so there is no calendar to compare."""
PAGES = [
    (name, form) for name in ("begun", "sued", "elsewhere") for form in Format if (name, form) != UNDATED
]


@pytest.fixture
def walks(guide: Tree, walk: Journey) -> dict[str, Journey]:
    begun = Journey(type(walk.path)(guide.root))
    return {"begun": begun, "sued": walk, "elsewhere": walk.jump("answer").take(guide, "agreed")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "form"), PAGES)
def test_the_summary_is_what_it_was(
    guide: Tree, walks: dict[str, Journey], name: str, form: Format, language: str
) -> None:
    made = made_of(guide, walks[name], language)
    content = render(made, form, phrases(language))
    file = GOLDEN / f"{name}.{language}.{form}"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_bytes(content)
        pytest.fail(f"{file} was written anew: read it")
    assert content.decode() == file.read_bytes().decode()


def made_of(guide: Tree, journey: Journey, language: str) -> Summary:
    return summary(guide, journey, language, TODAY, file="guide.toml")
