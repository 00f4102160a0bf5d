"""Esc is a key outside a paste and a sign inside it, in whatever pieces the bytes come."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.tui.kit.paste_guard import PasteGuard

BEGIN, END = b"\x1b[200~", b"\x1b[201~"

PARTS = st.lists(
    st.sampled_from([b"\x1b", b"[", b"20", b"0~", b"1~", b"a", b"\x1b[A", BEGIN, END]), max_size=12
)


def whole(content: bytes) -> bytes:
    """What is meant, told of all the bytes at once."""
    before, begins, rest = content.partition(BEGIN)
    if not begins:
        return before
    inside, ends, after = rest.partition(END)
    if not ends:
        held = next((n for n in range(len(END) - 1, 0, -1) if inside.endswith(END[:n])), 0)
        inside = inside[: len(inside) - held]
    return before + begins + inside.replace(b"\x1b", "␛".encode()) + (ends + whole(after) if ends else b"")


@given(PARTS, st.lists(st.integers(1, 4), min_size=1))
def test_bytes_are_guarded_alike_in_every_piece(parts: list[bytes], sizes: list[int]) -> None:
    content, guard, out, place = b"".join(parts), PasteGuard(), b"", 0
    while place < len(content):
        size = sizes[place % len(sizes)]
        out += guard.feed(content[place : place + size])
        place += size
    assert out == whole(content) == PasteGuard().feed(content)


def test_what_is_no_paste_passes_at_once() -> None:
    guard = PasteGuard()
    for piece in (b"\x1b", b"[", b"A", b"\x1b[20", "逾".encode()):
        assert guard.feed(piece) == piece
