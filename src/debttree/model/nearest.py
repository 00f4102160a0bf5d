"""Find the known name that is nearest to an unknown one."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from debttree.model.closeness import Closeness, closeness
from debttree.model.message import Message, msg

_COMPARED_AT_MOST = 5_000
"""Names compared at most: comparing takes about 10 µs a name, and a hint is not worth a pause."""

_TELLING = 3
"""Letters from which a name that begins so, and is alone in that, is taken for the one that is meant."""

_CODE = 12
"""Characters that are compared of what should be a code."""

_ALIKE = 0.5
"""How much of a code agrees at least, from 0 to 1, before it is named."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None where none is like it.

    >>> nearest("promsie", ["pay", "promise"])
    'promise'
    >>> nearest("zzz", ["pay", "promise"]) is None
    True
    """
    candidates = list(known)
    folded = name.casefold()
    same = next((candidate for candidate in candidates if candidate.casefold() == folded), None)
    if same is not None:
        return same
    begun = [one for one in candidates if len(name) >= _TELLING and closeness(name, one) < Closeness.ELSE]
    if len(begun) == 1:
        return begun[0]
    if len(candidates) > _COMPARED_AT_MOST:
        candidates = [c for c in candidates if c[:1] == name[:1] and abs(len(c) - len(name)) < 3]
    near = get_close_matches(name, candidates[:_COMPARED_AT_MOST], n=1, cutoff=0.6)
    return near[0] if near else None


def nearest_codes(code: str, known: Iterable[str], number: int = 3) -> tuple[str, ...]:
    """Return the codes most like a short code, those with the same first letter before others.

    Args:
        code: the unknown code.
        known: the codes there are.
        number: how many to return at most.

    >>> nearest_codes("ch", ["CN", "CH", "CZ", "DE"])
    ('CH', 'CN', 'CZ')
    """
    wanted = code.upper()[:_CODE]
    likeness = {other: SequenceMatcher(None, wanted, other).ratio() for other in known}
    near = [other for other, ratio in likeness.items() if ratio >= _ALIKE]
    near.sort(key=lambda other: (other[:1] != wanted[:1], -likeness[other], other))
    return tuple(near[:number])


def did_you_mean(name: str, known: Iterable[str]) -> Message | None:
    """Return a hint with the nearest known name, or None.

    >>> str(did_you_mean("Pay", ["pay", "promise"]))
    'Did you mean "pay"?'
    """
    near = nearest(name, known)
    return None if near is None else msg('Did you mean "{name}"?', name=near)


def suggestion(name: str, known: Iterable[str], hint: Message | None = None) -> Message:
    """Return a hint with the nearest known name; where none is near another one, by default with all that are known.

    Args:
        name: the unknown name.
        known: the names there are.
        hint: what is said where none of them is near.

    >>> str(suggestion("zzz", ["pay", "promise"]))
    'Known are: pay, promise'
    """
    known = list(known)
    return did_you_mean(name, known) or hint or msg("Known are: {words}", words=", ".join(known))
