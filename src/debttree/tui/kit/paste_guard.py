"""Replace each Esc byte inside a paste by a visible character, in the terminal's input.

Textual takes Esc for the beginning of a key even inside a paste: a `1` in a pasted colour sequence would take a choice.
Most terminals remove Esc from pastes; tmux and some others do not.
"""

_BEGIN = b"\x1b[200~"
_END = b"\x1b[201~"
_ESC = b"\x1b"
_SIGN = "␛".encode()


class PasteGuard:
    """A filter for input bytes, which may arrive in pieces of any size."""

    def __init__(self) -> None:
        self._is_inside = False
        self._last = b""
        """Outside: the last bytes, in which a paste may have begun. Inside: what may be the beginning of its end."""

    def feed(self, piece: bytes) -> bytes:
        """Return the filtered bytes. Outside a paste nothing is held back, since Esc is a key there."""
        out = b""
        while piece:
            step, piece = self._inside(piece) if self._is_inside else self._outside(piece)
            out += step
        return out

    def _outside(self, piece: bytes) -> tuple[bytes, bytes]:
        """Return the bytes up to the beginning of a paste, and the rest."""
        known = len(self._last)
        joined = self._last + piece
        begins = joined.find(_BEGIN)
        if begins < 0:
            self._last = joined[-len(_BEGIN) + 1 :]
            return piece, b""
        self._is_inside, self._last = True, b""
        inside = begins + len(_BEGIN)
        return joined[known:inside], joined[inside:]

    def _inside(self, piece: bytes) -> tuple[bytes, bytes]:
        """Return the filtered bytes up to the end of the paste, and the rest."""
        joined, self._last = self._last + piece, b""
        ends = joined.find(_END)
        if ends >= 0:
            self._is_inside = False
            return joined[:ends].replace(_ESC, _SIGN) + _END, joined[ends + len(_END) :]
        held = next((n for n in range(len(_END) - 1, 0, -1) if joined.endswith(_END[:n])), 0)
        if held:
            joined, self._last = joined[:-held], joined[-held:]
        return joined.replace(_ESC, _SIGN), b""
