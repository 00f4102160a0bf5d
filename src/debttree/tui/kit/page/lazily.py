"""What is made as far as somebody asks for it, and remembered."""

from collections.abc import Iterable, Iterator
from sys import maxsize
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazily(Generic[T]):
    """The values of an iterator. They can be gone through again, and none is made before somebody comes to it."""

    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._made: list[T] = []

    def __iter__(self) -> Iterator[T]:
        """Yield the items, from the first one on."""
        number = 0
        while self.has(number):
            yield self._made[number]
            number += 1

    def __len__(self) -> int:
        """Return how many there are, for which all of them are made."""
        self.has(maxsize)
        return len(self._made)

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return self.has(0)

    def has(self, number: int) -> bool:
        """Return whether there are more than so many."""
        while len(self._made) <= number:
            try:
                self._made.append(next(self._source))
            except StopIteration:
                return False
        return True

    def at(self, number: int) -> T | None:
        """Return the one of that number, if there is one."""
        return self._made[number] if number >= 0 and self.has(number) else None
