"""Parse style sheets once per process. Textual parses them for each app, which took a tenth of a test's time."""

from collections.abc import Hashable, Sequence

from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.tokenizer import Token

Variables = dict[str, list[Token]]


class ParsedOnce:
    """Replaces textual's parser by a cache of its results, which are never changed."""

    def __init__(self) -> None:
        self._themes: list[Variables] = []
        self._rules: dict[Hashable, Sequence[RuleSet]] = {}

    def __call__(
        self,
        scope: str,
        css: str,
        read_from: tuple[str, str],
        *,
        variable_tokens: Variables,
        is_default_rules: bool,
        tie_breaker: int,
    ) -> Sequence[RuleSet]:
        """The rules of a sheet; the arguments are those of the parser."""
        theme = self._theme(variable_tokens)
        key = (scope, css, read_from, theme, is_default_rules, tie_breaker)
        if key not in self._rules:
            self._rules[key] = tuple(
                parse(
                    scope,
                    css,
                    read_from,
                    variable_tokens=variable_tokens,
                    is_default_rules=is_default_rules,
                    tie_breaker=tie_breaker,
                )
            )
        return self._rules[key]

    def _theme(self, variables: Variables) -> int:
        """The number of the theme with these colours."""
        for number, theme in enumerate(self._themes):
            if theme is variables:
                return number
        for number, theme in enumerate(self._themes):
            if theme == variables:
                self._themes[number] = variables  # asked for again and again by one app: found at once
                return number
        self._themes.append(variables)
        return len(self._themes) - 1
