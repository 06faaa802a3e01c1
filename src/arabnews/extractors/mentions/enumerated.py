"""Bodies behind their head in the plural or dual: `شركات شتراوس ومرجان`, `صحيفتا «البحر» و«الجبل»`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document
from arabnews.enums import ORG
from arabnews.extractors.mentions.found import Found, is_unknown, is_word, named
from arabnews.extractors.mentions.proper import is_strange
from arabnews.lexicon.morphology import is_foreign

_HEADS: Final = frozenset({"شركة", "صحيفة", "جريدة", "مجلة", "قناة", "وكالة", "بنك", "مصرف", "موقع", "منصة", "نادي|ناد", "حزب"})
_MOST: Final = 12
"""Names in a list."""
_LONGEST: Final = 4


def enumerated_bodies(document: Document, taken: set[int]) -> Iterator[Found]:
    """The names in a list behind a head in the plural or dual.

    Examples:
        ذكرت صحيفتا «[بريد البحر](kind=ORG)» و«[المرجان](kind=ORG)» أن الطريق مفتوح
        شاركت شركات [شتراوسن](kind=ORG) [وبروتشن](kind=ORG) في المعرض
        شاركت شركات [شتراوسن](kind=ORG) ,[وبروتشن](kind=ORG) في المعرض
        شاركت شركات كبيرة وصغيرة في المعرض
    """
    for hit in document.hits("org_head"):
        if hit.reading.number not in ("p", "d") or hit.reading.definite or hit.reading.entry.form not in _HEADS:
            continue
        at = hit.end
        items: list[tuple[int, int]] = []
        limit = document.sentence_bounds[hit.first][1]
        while at < limit and len(items) < _MOST:
            joint = bool(items) and document.padded_keys[at] in ("،", ",", "و")
            item = _item(document, at + joint, first=not items, joint=joint)
            if item is None:
                break
            items.append(item)
            at = item[1] + ("quote" in document.padded_words[item[1]].tags)
        if len(items) > 1:
            yield from (named(first, end, ORG, "enumerated_body") for first, end in items if first not in taken)


def _item(document: Document, at: int, *, first: bool, joint: bool) -> tuple[int, int] | None:
    """A name in marks, in the tables, in foreign words: its first token and its end."""
    if "quote" in document.padded_words[at].tags:
        closing = document.closing.get(at)
        return (at + 1, closing) if closing is not None and 1 < closing - at <= _LONGEST + 1 else None
    known = document.hit_at(at, "organisation")
    if known is not None and known.reading.proclitics in (("",) if first else ("", "و") if joint else ("و",)):
        return at, known.end
    if not is_word(document, at):
        return None
    key = document.keys[at]
    joined = not first and (not joint or key.startswith("و"))
    bare = key.removeprefix("و") if joined else key
    if bare == key and joined:
        return None
    if not (key.isascii() or (is_unknown(document, at) and is_foreign(bare))):
        return None
    end = at + 1
    while end < at + _LONGEST and is_strange(document, end) and not document.keys[end].startswith("و"):
        end += 1
    return at, end
