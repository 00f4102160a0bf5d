"""Which language a guide is read in, and which one the program speaks beside it: one rule, as a table."""

from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.cli.session import own_language
from debttree.locales import (
    INTERFACE_LANGUAGES,
    Speech,
    interface_language,
    locale_language,
    next_language,
    phrases,
    speech,
)
from debttree.model import Trouble, msg
from debttree.storage.settings_file import settings_file

TABLE = """
# tree       locale        --lang   guide  interface
zh,en        zh_CN.UTF-8   -        zh     zh
zh,en        en_GB.UTF-8   -        en     en
zh,en        C             -        zh     zh
zh,en        POSIX         -        zh     zh
zh,en        es_ES.UTF-8   -        zh     zh
en,zh        es_ES.UTF-8   -        en     en
en,zh        C.UTF-8       -        en     en
zh-Hans,en   zh_TW.UTF-8   -        zh-Hans zh
zh-Hans,en   C             -        zh-Hans zh
en,es        es_MX.UTF-8   -        es     en
en,es        zh_CN.UTF-8   -        en     zh
en,es        C             -        en     en
es,en        C             -        en     en
es           C             -        es     en
es           zh_CN.UTF-8   -        es     zh
es           en_US.UTF-8   -        es     en
pt,pt-BR     pt_BR.UTF-8   -        pt-BR  en
pt,pt-BR     pt_AO.UTF-8   -        pt     en
en,ar        ar_EG.UTF-8   -        en     en
none         zh_CN.UTF-8   -        zh     zh
none         de_DE.UTF-8   -        en     en
none         C             -        en     en
zh,en        en_US.UTF-8   zh       zh     zh
zh,en        zh_CN.UTF-8   en       en     en
zh,en        C             zh-Hant  zh     zh
en,es        zh_CN.UTF-8   es       es     zh
en,es        de_DE.UTF-8   es-MX    es     en
en,es        C             es       es     en
es           en_US.UTF-8   zh       es     zh
es           C             en       es     en
none         zh_CN.UTF-8   es       es     zh
none         C             en       en     en
""".strip().splitlines()[1:]


@pytest.mark.parametrize("row", TABLE)
def test_tree_locale_and_option_give_the_languages_of_guide_and_program(row: str) -> None:
    tree, locale, wanted, guide, interface = row.split()
    offered = () if tree == "none" else tuple(tree.split(","))
    found = speech(offered, locale_language({"LANG": locale}), None if wanted == "-" else wanted)
    assert found == Speech(guide, interface)


def test_a_language_that_neither_tree_nor_program_has_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(Trouble) as refused:
        speech(("zh", "en"), "", "tlh")
    assert str(refused.value.message) == 'This guide is not there in "tlh".'
    assert str(refused.value.hint) == "It is there in: zh, en"


@pytest.mark.parametrize(("set_to", "wanted", "guide", "interface"), [
    ('language = "es"', None, "es", "en"), ('language = "ZH_cn"', None, "en", "zh"),
    ('language = "tlh"', None, "en", "en"),
    ('language = "ar"', None, "en", "en"), ('language = "es"', "en", "en", "en"), ('language = "en"', "es", "es", "en"),
    ("language = 3", None, "en", "zh"), ("language = [", None, "en", "zh"), ('theme = "light"', None, "en", "zh"),
])  # fmt: skip
def test_the_language_of_the_settings_takes_the_place_of_that_of_the_locale(
    set_to: str, wanted: str | None, guide: str, interface: str
) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(set_to)
    own = own_language({"LANG": "zh_CN.UTF-8"})
    assert speech(("en", "es"), own, wanted) == Speech(guide, interface)


def test_help_is_in_the_language_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "zh"')
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "用法" in capsys.readouterr().out


@pytest.mark.parametrize(("offered", "wanted"), [(("en", "ar"), "ar"), (("en",), "fa-IR"), (("he",), None)])
def test_a_language_written_from_right_to_left_is_refused_when_it_would_be_shown(
    offered: tuple[str, ...], wanted: str | None
) -> None:
    with pytest.raises(Trouble) as refused:
        speech(offered, "", wanted)
    assert "from right to left" in str(refused.value.message)


def test_the_first_locale_variable_that_says_something_counts() -> None:
    assert locale_language({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}) == "en-US"
    assert locale_language({"LANG": "de_DE@euro", "LC_ALL": ""}) == "de-DE"
    assert locale_language({"LC_ALL": "C.UTF-8", "LANG": "zh_CN"}) == locale_language({}) == ""
    assert interface_language("ZH-hant") == "zh"
    assert interface_language("de-DE") == interface_language("") == "en"


def _round(offered: tuple[str, ...], now: Speech, own: str) -> list[Speech]:
    """The languages that one key goes through, until the first one comes again."""
    seen = [now]
    while (now := now.asked_for(next_language(now, offered), offered, own)) not in seen:
        seen.append(now)
    return seen


def test_one_key_goes_through_the_languages_of_the_tree_and_the_program_follows_where_it_can() -> None:
    assert _round(("zh", "en", "es"), Speech("zh", "zh"), "zh") == [
        Speech("zh", "zh"), Speech("en", "en"), Speech("es", "zh"),
    ]  # fmt: skip
    assert _round(("en", "ar", "es"), Speech("en", "en"), "en") == [Speech("en", "en"), Speech("es", "en")]


def test_where_the_tree_has_no_choice_the_key_goes_through_those_of_the_program() -> None:
    assert {one.interface for one in _round(("es",), Speech("es", "zh"), "zh")} == set(INTERFACE_LANGUAGES)
    assert {one.interface for one in _round((), Speech("en", "en"), "en")} == set(INTERFACE_LANGUAGES)


def test_sentences_beside_a_guide_know_its_language() -> None:
    say = phrases("es", "zh")
    assert (say.language, say.interface) == ("es", "zh")
    assert say.tell(msg("[not translated]")) == phrases("zh").tell(msg("[not translated]"))
    assert phrases("es").interface == phrases("en-GB").interface == "en"


def test_every_catalogue_is_a_language_of_the_program() -> None:
    import debttree.locales as locales

    catalogues = {file.parents[1].name for file in Path(locales.__file__).parent.glob("*/LC_MESSAGES/*.po")}
    assert {*catalogues, "en"} == set(INTERFACE_LANGUAGES)
