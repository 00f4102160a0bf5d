"""Replace missing translations by one problem per language with their number, at the place of the first."""

from collections.abc import Iterable
from dataclasses import replace

from debttree.model import Problem, msg

MISSING_TRANSLATION = "missing-translation"


def one_line_each(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in their order, with one line for each language instead of one for each text.

    A single text is named as it is: a number would say less.
    """
    problems = list(problems)
    by_language: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code == MISSING_TRANSLATION:
            for language in _languages(problem):
                by_language.setdefault(language, []).append(problem)
    if sum(problem.code == MISSING_TRANSLATION for problem in problems) < 2:
        return problems
    told: dict[int, list[Problem]] = {id(found[0]): [] for found in by_language.values()}
    for language, found in by_language.items():
        told[id(found[0])].append(_counted(language, found))
    return [
        line
        for problem in problems
        for line in (told.get(id(problem), []) if problem.code == MISSING_TRANSLATION else [problem])
    ]


def _languages(problem: Problem) -> list[str]:
    return str(dict(problem.message.values)["languages"]).split(", ")


def _counted(language: str, found: list[Problem]) -> Problem:
    message = msg(
        "Texts that are not there in {language}: {n}. This is the first.", language=language, n=len(found)
    )
    hint = msg("--all lists them; debttree texts hands them to a translator.")
    return replace(found[0], message=message, hint=hint)
