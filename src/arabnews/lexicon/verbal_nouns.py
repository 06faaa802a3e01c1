"""Verbal nouns by their pattern: `تقديم`, `ارتفاع`, `استقالة` (Ryding 2005, ch. 5; Wright, Grammar, I)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_CAUSATIVE: Final = re.compile(r"ا.{2}ا[^ةيت](?:ات)?|ا.ا.ة|ا.{3}ة")
"""إفعال، إفالة: with its hamza below the alif, which the plural أفعال has above."""
_NO_ARTICLE: Final = re.compile(r"الت[^ا]ا[^ةيت](?:ات)?|الغاء|الزام|الحاق|القاء")
"""Their `ال` is no article: `التزام`, `إلغاء`."""
_ARTICLE: Final = "ال"
NO_ACTS: Final = frozenset(
    {"تاريخ", "تلميذ", "تقرير", "تجارب", "تجارة", "تذاكر", "اثنان", "انسان", "استاذ", "اعتبار", "اتحاد"}
    | {"تعالى", "اضافة", "ابتداء", "اعتبارا", "استنادا", "اعتمادا", "تقنية", "تعالي"}
)


def is_verbal_noun(key: str, surface: str) -> bool:
    """Whether a word without article, proclitic or pronoun has the pattern of a derived verb's noun.

    Args:
        key: the folded word.
        surface: as it is written: a hamza above the alif is a plural's (`أعمال`), below it a verbal noun's (`إعلان`).

    Example:
        >>> is_verbal_noun("تقديم", "تقديم"), is_verbal_noun("اعمال", "أعمال")
        (True, False)
    """
    if key.startswith(_ARTICLE):
        return starts_with_root(key)
    if surface.startswith("إ") and _CAUSATIVE.fullmatch(key):
        return True
    return not surface.startswith(("أ", "آ")) and key not in NO_ACTS and _pattern().fullmatch(key) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of the other forms of verbs; compiled when it is first asked for, as that takes long."""
    return re.compile(
        r"ت..ي[^ةي](?:ات)?|ت[^ا][^ا]{2}ة|ت.ا[^اوي]{1,2}|م.ا..ة|"  # تفعيل، تفعلة، تفاعل، مفاعلة
        r"ا[^ل].?[تطد].?ا[^ةيت](?:ات)?|ان[^ا].ا[^ةيت](?:ات)?|"  # افتعال، انفعال
        r"است..?ا[^يت]ة?(?:ات)?|ا[تدطص][^ا]{1,2}ا[^ةيت](?:ات)?"  # استفعال، اتّعال
    )


def starts_with_root(key: str) -> bool:
    """Whether `ال` at the head of a word is no article: `التزام`."""
    return _NO_ARTICLE.fullmatch(key) is not None
