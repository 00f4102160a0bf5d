"""Write annotations, which GitHub shows at the lines of a change."""

from debttree.model import Place, clean_line


def annotation(level: str, file: str, place: Place, title: str, message: str) -> str:
    """Return a workflow command; `%` is escaped, in properties `:` and `,` too.

    Args:
        level: `error` or `warning`.
        file: its name.
        place: in that file.
        title: a short name of the kind of thing.
        message: what is wrong.

    >>> annotation("error", "a.toml", Place(3, 1), "missing", "100 % of it")
    '::error file=a.toml,line=3,col=1,title=missing::100 %25 of it'
    """
    properties = f"file={_property(file)},line={place.line},col={place.column},title={title}"
    return f"::{level} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return clean_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
