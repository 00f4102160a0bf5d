"""Insert, remove and move members of arrays in brackets and of inline tables, in the style of the others.

A *member* is the item of an array or the `key = value` of an inline table. If each member has its own lines, the
comment behind it moves with it, and so do the comment lines directly above it. Those above the first member do so only
if other members have such comments too; else they are about the whole array.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from debttree.editing.toml.lines import indent_at, line_start, newline_of, without_line_end
from debttree.reading.blocks import Splice
from debttree.reading.spans import Span, line_end, past_blanks


@dataclass(frozen=True)
class Brackets:
    """One array or inline table.

    Attributes:
        text: the whole text.
        span: of the array or table in the text, brackets included.
        members: the spans of its members, without blanks and commas.
    """

    text: str
    span: Span
    members: Sequence[Span]

    def inserted(self, index: int, token: str) -> list[Splice]:
        """Return the splices that insert a member before the one at `index`, or behind the last one."""
        if not self.members:
            return [self._only(token)]
        if index == 0:
            return [self._first(token)]
        return self._behind(index - 1, token)

    def removed(self, index: int) -> list[Splice]:
        """Return the splices that remove a member with its comma, and with its comments if it has its own lines."""
        member, comma = self.members[index], self._commas[index]
        is_last = index == len(self.members) - 1
        if len(self.members) == 1 and self._is_one_line():
            return [Splice(self.span.start + 1, self.span.end - 1, "")]
        if self._is_comma_first:
            return self._removed_comma_first(index)
        if self._has_own_lines(index):
            lines = Splice(self._lead(index), self._line_end(index), "")
            lost = self._commas[index - 1] if is_last and comma is None and index else None
            return [*([] if lost is None else [Splice(lost, lost + 1, "")]), lines]
        if not is_last and self._is_one_line(member.end, self.members[index + 1].start):
            return [Splice(member.start, self.members[index + 1].start, "")]
        if is_last and index and self._is_one_line(self.members[index - 1].end, member.start):
            return [Splice(self.members[index - 1].end, member.end, "")]
        return self._bare(index)

    def moved(self, old: int, new: int) -> list[Splice]:
        """Return the splices that move the member at `old` to `new`. Commas, indents and line ends stay."""
        order = list(range(len(self.members)))
        order.insert(new, order.pop(old))
        with_comments = not self._is_comma_first and all(map(self._has_own_lines, order))
        splices = []
        for slot, source in enumerate(order):
            if slot != source:
                here, there = self._parts(slot, with_comments), self._parts(source, with_comments)
                splices += [
                    Splice(span.start, span.end, self.text[slice(*other)])
                    for span, other in zip(here, there, strict=True)
                    if span.start < span.end or other.start < other.end
                ]
        return splices

    @cached_property
    def _commas(self) -> list[int | None]:
        """The span of the comma behind each member; the last one may have none."""
        found = (past_blanks(self.text, member.end) for member in self.members)
        return [position if self.text[position] == "," else None for position in found]

    @cached_property
    def _is_comma_first(self) -> bool:
        return any(self._before(index).strip() == "," for index in range(1, len(self.members)))

    @property
    def _before_comma_first(self) -> str:
        return next(
            before for index in range(1, len(self.members)) if (before := self._before(index)).strip() == ","
        )

    def _before(self, index: int) -> str:
        """Return the text before a member on its line."""
        start = self.members[index].start
        return self.text[line_start(self.text, start) : start]

    def _past_comma(self, index: int) -> int:
        comma = self._commas[index]
        return self.members[index].end if comma is None else comma + 1

    def _line_end(self, index: int) -> int:
        return line_end(self.text, self._past_comma(index))

    def _has_own_lines(self, index: int) -> bool:
        """Return whether only blanks stand before a member on its lines, and only a comment behind it."""
        behind = self._past_comma(index)
        rest = self.text[behind : line_end(self.text, behind)].strip()
        return not self._before(index).strip() and (not rest or rest[0] == "#")

    def _is_one_line(self, start: int | None = None, end: int | None = None) -> bool:
        start = self.span.start if start is None else start
        return "\n" not in self.text[start : self.span.end if end is None else end]

    def _lead(self, index: int) -> int:
        """Return the offset where the lines of a member begin, those of its comments above included."""
        if index == 0 and not any(
            self._above(other) < self._line(other) for other in range(1, len(self.members))
        ):
            return self._line(0)
        return self._above(index)

    def _line(self, index: int) -> int:
        return line_start(self.text, self.members[index].start)

    def _above(self, index: int) -> int:
        floor = self._line_end(index - 1) if index else line_end(self.text, self.span.start)
        start = self._line(index)
        while start > floor:
            above = line_start(self.text, start - 1)
            if above < floor or not self.text[above:start].lstrip().startswith("#"):
                break
            start = above
        return start

    def _parts(self, index: int, with_comments: bool) -> list[Span]:
        """Return the spans that move with a member: the comments above it, itself, the comment behind it."""
        member = self.members[index]
        if not with_comments:
            return [member]
        behind = Span(self._past_comma(index), without_line_end(self.text, self._line_end(index)))
        return [Span(self._lead(index), self._line(index)), member, behind]

    def _only(self, token: str) -> Splice:
        start, end = self.span.start + 1, self.span.end - 1
        if self._is_one_line():
            blank = " " if self.text[self.span.start] == "{" or end > start else ""
            return Splice(start, end, f"{blank}{token}{blank}")
        line = line_start(self.text, end)
        indent = indent_at(self.text, line)
        return Splice(line, line, f"{indent}    {token}{newline_of(self.text)}")

    def _first(self, token: str) -> Splice:
        start = self.members[0].start
        if self._is_comma_first:
            following = self._before_comma_first
            return Splice(start, start, f"{token}{newline_of(self.text)}{following}")
        if not self._before(0).strip():
            line = self._lead(0)
            return Splice(line, line, f"{self._before(0)}{token},{newline_of(self.text)}")
        return Splice(start, start, f"{token}, ")

    def _behind(self, index: int, token: str) -> list[Splice]:
        member, comma = self.members[index], self._commas[index]
        newline = newline_of(self.text)
        if self._is_comma_first:
            end = self._end_of_own_line(index)
            return [Splice(end, end, f"{newline}{self._before_comma_first}{token}")]
        if self._has_own_lines(index):
            end = without_line_end(self.text, self._line_end(index))
            line = f"{newline}{self._before(index)}{token}"
            if comma is None:
                return [Splice(member.end, member.end, ","), Splice(end, end, line)]
            return [Splice(end, end, f"{line},")]
        if comma is None:
            return [Splice(member.end, member.end, f", {token}")]
        return [Splice(comma + 1, comma + 1, f" {token},")]

    def _end_of_own_line(self, index: int) -> int:
        """Return the offset behind a member and its comment if nothing else is on the line; else directly behind it."""
        end = self.members[index].end
        line = line_end(self.text, end)
        rest = self.text[end:line].strip()
        return end if rest and rest[0] != "#" else without_line_end(self.text, line)

    def _removed_comma_first(self, index: int) -> list[Splice]:
        member = self.members[index]
        end = self._end_of_own_line(index)
        if index == 0:
            following = self.members[1].start
            if self.text[end:following].strip() == ",":
                return [Splice(member.start, following, "")]
            return self._bare(0)
        if self._before(index).strip() == "," and (end > member.end or self.text[end] in "\r\n"):
            return [Splice(self._line(index), line_end(self.text, end), "")]
        return self._bare(index)

    def _bare(self, index: int) -> list[Splice]:
        """Return the spans of a member and one comma, without blanks and comments."""
        member = self.members[index]
        comma = self._commas[index]
        if comma is not None:
            return [Splice(*member, ""), Splice(comma, comma + 1, "")]
        before = self._commas[index - 1] if index else None
        return [*([] if before is None else [Splice(before, before + 1, "")]), Splice(*member, "")]
