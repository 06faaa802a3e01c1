"""Characters: classes, folding to keys, and the only door to PyArabic.

The *key* of a word is what the lexicon is looked up with. Folding is small on purpose: it drops marks, tatweel and
invisible characters, and unifies hamza on alif, digit scripts, Persian letters and presentation forms. It merges neither
ى with ي nor ة with ه (`على` is not `علي`): spelling variants are the lexicon's business.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pyarabic import araby_const as araby  # the letters without the functions, which compile patterns

MARKS: Final = frozenset(
    {*araby.TASHKEEL, *araby.HARAKAT, *map(chr, range(0x0610, 0x061B)), *map(chr, range(0x064B, 0x0660)),
     "\u0670", *map(chr, range(0x06D6, 0x06DD)), *map(chr, range(0x06DF, 0x06E5)), "\u06e7", "\u06e8",
     *map(chr, range(0x06EA, 0x06EE)), *map(chr, range(0x08D3, 0x0900))} - {araby.TATWEEL}
)  # fmt: skip
"""Vowel signs and Quranic marks: inside the word, out of its key."""

INVISIBLE: Final = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
                             "\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f")  # fmt: skip
"""Bidi controls, zero-width characters, soft hyphen, variation selectors."""

DROPPED: Final = MARKS | INVISIBLE | {araby.TATWEEL}

_ALIFS = {araby.ALEF_HAMZA_ABOVE: araby.ALEF, araby.ALEF_HAMZA_BELOW: araby.ALEF, araby.ALEF_MADDA: araby.ALEF,
          araby.ALEF_WASLA: araby.ALEF}  # fmt: skip
_PERSIAN = {"\u06cc": araby.YEH, "\u06a9": araby.KAF, "\u06c1": araby.HEH, "\u06d5": araby.HEH, "\u06c0": araby.HEH,
            "\u06ca": araby.WAW, "\u0649\u0654": araby.YEH_HAMZA}  # fmt: skip
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}


def _presentation_forms() -> dict[str, str]:
    """Arabic presentation forms -> their plain letters (NFKC, character by character; marks are dropped later)."""
    table = {}
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[chr(code)] = plain.replace(" ", "")
    return table


_FOLD: Final[dict[int, str | None]] = {
    **{ord(c): None for c in DROPPED},
    **{ord(a): b for a, b in {**_ALIFS, **_PERSIAN, **_DIGITS}.items() if len(a) == 1},
}
for _form, _plain in _presentation_forms().items():
    _FOLD[ord(_form)] = _plain.translate(_FOLD)

_UNUSUAL: Final = re.compile(r"[^\n -~\u0621-\u063a\u0641-\u064aپچڤگ]")
"""What words and tables hold little of: all that folding changes but the alifs is among it."""

_may_change: Final = re.compile(r"[^\n -~\u0621\u0624\u0626-\u063a\u0641-\u064aپچڤگ]").search
"""What most words have none of: to look for it first is much cheaper than to translate."""


def key(surface: str) -> str:
    """The folded form of a word by which the lexicon is looked up.

    Example:
        >>> key("أَعْلَنـت"), key("٢٬٥٠٠"), key("على") == key("علي")
        ('اعلنت', '2٬500', False)
    """
    return surface.translate(_FOLD) if _may_change(surface) else surface


def fold(text: str) -> str:
    """`key` for a whole table's text: fixed replacement chains, many times faster than a translation."""
    for old, new in _ALIFS.items():
        text = text.replace(old, new)
    return _UNUSUAL.sub(lambda found: found[0].translate(_FOLD), text)


CLOSING_MARKS: Final = "»”›"
QUOTE_MARKS: Final = frozenset('«»“”‟„"″‹›‘’‚〝〞＂') | {"'"}
"""Quotation marks in use in the Arabic press; `''` is read as one mark by the tokenizer."""

SENTENCE_ENDS: Final = frozenset(".!?؟…。")

TERMINAL_VARIANTS: Final = {"ى": "ي", "ي": "ى", "ة": "ه", "ه": "ة"}
"""Final letters that careless or regional spelling exchanges (Egyptian في/فى, ة/ه)."""


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Folded text, and for each of its characters the offset of the raw character it came from."""
    folded, offsets = [], []
    for offset, character in enumerate(text):
        for plain in key(character):
            folded.append(plain)
            offsets.append(offset)
    return "".join(folded), offsets
