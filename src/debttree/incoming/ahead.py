"""Find the next occurrences in a text, in time linear in the text for any number of searches."""

import re


class Ahead:
    """Caches the last occurrence of each thing, and searches again only once that place is passed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, int] = {}
        self._matches: dict[re.Pattern[str], re.Match[str] | None] = {}
        self._from: dict[re.Pattern[str], int] = {}

    def find(self, words: str, start: int) -> int:
        """Return where `words` stand next, or the length of the text; `start` never goes back."""
        if (known := self._found.get(words, -1)) >= start:
            return known
        place = self.text.find(words, start)
        self._found[words] = len(self.text) if place < 0 else place
        return self._found[words]

    def search(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the next match of a pattern; `start` never goes back."""
        if pattern in self._matches:
            known = self._matches[pattern]
            if known is None or (known.start() >= start and self._from[pattern] <= start):
                return known
        self._from[pattern] = start
        self._matches[pattern] = pattern.search(self.text, start)
        return self._matches[pattern]
