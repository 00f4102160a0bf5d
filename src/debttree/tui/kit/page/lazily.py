"""A sequence whose values are made on demand and kept."""

from collections.abc import Iterable, Iterator
from sys import maxsize
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazily(Generic[T]):
    """The values of an iterator, kept for further iterations; each is made when it is first needed."""

    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._made: list[T] = []

    def __iter__(self) -> Iterator[T]:
        """Yield the values, from the first one on."""
        number = 0
        while self.has(number):
            yield self._made[number]
            number += 1

    def __len__(self) -> int:
        """Return the number of values, which makes all of them."""
        self.has(maxsize)
        return len(self._made)

    def __bool__(self) -> bool:
        """Return whether there is any value."""
        return self.has(0)

    def has(self, number: int) -> bool:
        """Return whether there are more than `number` values."""
        while len(self._made) <= number:
            try:
                self._made.append(next(self._source))
            except StopIteration:
                return False
        return True

    def at(self, number: int) -> T | None:
        """Return the value with that number, from 0, or None."""
        return self._made[number] if number >= 0 and self.has(number) else None
