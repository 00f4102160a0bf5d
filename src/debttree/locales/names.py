"""What languages call themselves. babel knows them all, but unpickles its data for it, which no screen shall do."""

from debttree.model import base_of

_NAMES = dict(
    row.split(" ", 1)
    for row in """
am አማርኛ
ar العربية
bg български
bn বাংলা
ca català
cs čeština
da dansk
de Deutsch
el Ελληνικά
en English
es español
et eesti
eu euskara
fa فارسی
fi suomi
fil Filipino
fr français
gu ગુજરાતી
he עברית
hi हिन्दी
hr hrvatski
hu magyar
id Bahasa Indonesia
it italiano
ja 日本語
km ខ្មែរ
ko 한국어
lo ລາວ
lt lietuvių
lv latviešu
mn монгол
ms Bahasa Melayu
my မြန်မာ
ne नेपाली
nl Nederlands
no norsk
pa ਪੰਜਾਬੀ
pl polski
pt português
pt-BR português do Brasil
ro română
ru русский
sk slovenčina
sl slovenščina
sr српски
sv svenska
sw Kiswahili
ta தமிழ்
te తెలుగు
th ไทย
tl Tagalog
tr Türkçe
uk українська
ur اردو
vi Tiếng Việt
zh 中文
zh-Hans 简体中文
zh-Hant 繁體中文
""".strip().splitlines()
)


def own_name(tag: str) -> str:
    """Return what a language calls itself, with its region or script where the name says nothing of it.

    >>> own_name("es"), own_name("es-MX"), own_name("zh-Hant"), own_name("xx")
    ('español', 'español (MX)', '繁體中文', 'xx')
    """
    if tag in _NAMES:
        return _NAMES[tag]
    name = _NAMES.get(base_of(tag))
    return f"{name} ({tag.partition('-')[2]})" if name else tag
