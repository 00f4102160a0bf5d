"""What languages call themselves."""

from functools import cache


@cache
def own_name(tag: str) -> str:
    """Return what a language calls itself; the tag where nobody knows.

    >>> own_name("es"), own_name("es-MX"), own_name("zh-Hant"), own_name("xx")
    ('español', 'español (México)', '中文 (繁體)', 'xx')
    """
    from babel import Locale, UnknownLocaleError  # 60 ms, and few ask for names

    try:
        return Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag
