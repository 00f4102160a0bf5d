"""Characters that draw nothing, and the places where they are lawful.

They are the code points with the property Default_Ignorable_Code_Point (Unicode 17.0, DerivedCoreProperties.txt),
which every font may leave out, and a few more that are drawn blank. Some of them are how a script or an emoji is
written: those stay, where they stand as Unicode says and nowhere else.
"""

import re

_SCRIPTS = (
    "\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18af\u1900-\u1cff"
    "\ua800-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe"
    "\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
"""Arabic, the scripts of India and their kin: their letters join, and a joiner or non-joiner says how."""

_IDEOGRAPHS = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_MATH_AND_MARKS = "0\u2018-\u201d\u2205-\u22ff\u2a00-\u2aff\u3001\u3002\uff01-\uff5e"
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""What an emoji may be made of; skin tones among them."""

_TAG = "[\U000e0030-\U000e0039\U000e0061-\U000e007a]"
_LONGEST_TAG = 6
_IN_A_FLAG = "|".join(
    f"(?<=\U0001f3f4{_TAG * before}){_TAG}{{{max(3 - before, 0)},{_LONGEST_TAG - before}}}\U000e007f"
    for before in range(_LONGEST_TAG + 1)
)
"""A tag in the flag of a region, such as Scotland: a black flag, three to six tags, and the end (UTS 51)."""

_BLANK = "\u2800\U00013430-\U0001343f\U0001d159"
"""Not ignorable, and blank all the same."""

_NEVER_LAWFUL = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)

DRAWS_NOTHING = "|".join(
    [
        f"[{_NEVER_LAWFUL}{_BLANK}]",
        f"\u200c(?!(?<=[{_SCRIPTS}]\u200c)[{_SCRIPTS}])",
        f"\u200d(?<![{_SCRIPTS}]\u200d)(?!(?:(?<=[{_EMOJI}]\u200d)|(?<=[{_EMOJI}]\ufe0f\u200d))[{_EMOJI}])",
        "[\u180b-\u180f](?<![\u1820-\u18aa][\u180b-\u180f])",  # shapes of Mongolian letters
        f"[\ufe00-\ufe0d](?<![{_IDEOGRAPHS}{_MATH_AND_MARKS}][\ufe00-\ufe0d])",
        f"[\ufe0e\ufe0f](?<![{_EMOJI}][\ufe0e\ufe0f])(?!(?<=[#*0-9]\ufe0f)\u20e3)",  # keycaps
        f"[\U000e0100-\U000e01ef](?<![{_IDEOGRAPHS}][\U000e0100-\U000e01ef])",
        f"(?!{_IN_A_FLAG})[\U000e0020-\U000e007f]",
    ]
)
"""An expression for each of them that is out of place. What it matches is one character."""

_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

IGNORABLE = re.compile(f"[{_IGNORABLE}]")
"""Default_Ignorable_Code_Point, in place or not."""

SUSPECT = _IGNORABLE + _BLANK
"""A class of all characters that draw nothing, in place or not."""
