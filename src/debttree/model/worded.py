"""Enumerations whose members say in words what they mean, where they are named."""

from enum import StrEnum
from typing import Self

from debttree.model.message import Message


class WordedEnum(StrEnum):
    """Base of enumerations whose members are pairs: the value, and the words for people."""

    words: Message
    """What people are told that it is."""

    def __new__(cls, value: str, words: Message) -> Self:
        """Make a member of its value and its words."""
        self = str.__new__(cls, value)
        self._value_, self.words = value, words
        return self

    @property
    def next(self) -> Self:
        """The one that is named behind it; behind the last the first."""
        every: list[Self] = [*type(self)]
        return every[(every.index(self) + 1) % len(every)]
