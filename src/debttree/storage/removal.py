"""Delete a file only while it holds what somebody saw in it: what another program writes meanwhile is not lost."""

from pathlib import Path

from debttree.model import REFUSALS, Trouble, msg, reason_of
from debttree.storage.atomic import ChangedOnDisk, locked


def remove(path: Path, expected: bytes) -> None:
    """Delete a file that holds what is expected.

    Args:
        path: the file.
        expected: the bytes that it must hold right now.

    Raises:
        ChangedOnDisk: it holds something else, or is gone; it is left alone.
        BeingSaved: another run of this program is replacing it at this moment.
        Trouble: it cannot be deleted.
    """
    try:
        with locked(path):
            found = path.read_bytes() if path.exists() else None
            if found != expected:
                raise ChangedOnDisk(path, found)
            path.unlink()
    except REFUSALS as error:
        raise Trouble(
            msg("{file} cannot be deleted: {reason}", file=str(path), reason=reason_of(error))
        ) from None
