"""Clauses that say only that a source wants no name: `مسؤول طلب عدم الكشف عن هويته`, `رافضا ذكر اسمه`.

They are no claims, and they part the source from what it says.
"""

from __future__ import annotations

from typing import Final

from arabnews.document import Document

_STEMS: Final = ("طلب", "رفض", "فضل", "اشترط", "احجم", "امتنع", "تحفظ", "اثر")
_IMPERFECT: Final = ("يطلب", "تطلب", "يرفض", "ترفض", "يفضل", "تفضل", "يشترط", "تشترط", "يشا", "تشا", "يرغب", "ترغب")
_PARTICIPLES: Final = ("طالب", "رافض", "مفضل", "مشترط")
_VERBS: Final = (
    [stem + ending for stem in _STEMS for ending in ("", "ت", "وا", "ا", "تا")]
    + [stem + ending for stem in _IMPERFECT for ending in ("", "ون", "ان")]
    + [stem + ending for stem in _PARTICIPLES for ending in ("ا", "ة", "ين")]
)
REFUSALS: Final = frozenset(joined + verb for verb in _VERBS for joined in ("", "و"))
"""Who asks or chooses not to be named, with what may be written in one before it."""
NAMES: Final = frozenset(
    {"اسمه", "اسمها", "اسمهم", "اسماءهم", "اسمائهم", "باسمه", "باسمها", "هويته", "هويتها", "هويتهم", "هوياتهم", "بهويته"}
)
_TELLING: Final = frozenset(
    {
        "ذكر",
        "كشف",
        "الكشف",
        "افصاح",
        "الافصاح",
        "نشر",
        "التعريف",
        "البوح",
        "اعلان",
        "الاعلان",
        "التصريح",
        "التكتم",
        "اظهار",
        "ايراد",
    }
)
_REACH: Final = 7
"""Tokens from the verb to the name that is withheld."""


def withholds_name(document: Document, at: int) -> int:
    """Where the clause ends that begins with a refusal at a token and withholds a name; 0 if it withholds none.

    Examples:
        وقال مسؤول طلب عدم الكشف عن هويته إن [الجسر مفتوح](kind=indirect cue=وقال speaker=مسؤول)
        وتوقع مصدر في الوزارة، رفض ذكر اسمه، أن [يفتح الجسر](kind=indirect cue=وتوقع speaker=مصدر_في_الوزارة)
    """
    told = False
    for token in range(at + 1, min(at + _REACH, len(document.keys))):
        told = told or document.keys[token] in _TELLING
        if document.keys[token] in NAMES:
            return token + 1 if told else 0
    return 0
