"""TimeML: the article's text with its time expressions as inline TIMEX3 elements, in the shape of TempEval-3's documents.

Two things TIMEX3 cannot say as this package does: EARLY and LATE are written as START and END, and an expression whose value
nobody can know gets the placeholders of the standard (`XXXX-XX-XX`, `PXX`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from arabnews.model import Article, Calendar, DateExpression, DateType
from arabnews.spans import longest_first

_MODS: Final = {"EARLY": "START", "LATE": "END"}
_UNKNOWN: Final = {DateType.DATE: "XXXX-XX-XX", DateType.TIME: "XXXX-XX-XXTXX:XX", DateType.DURATION: "PXX", DateType.SET: "PXX"}
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeml(article: Article, dates: Iterable[DateExpression]) -> str:
    """A TimeML document; characters that XML cannot hold become U+FFFD, one for one, so offsets stay."""
    head = [f"<DOCID>{_text(article.id or article.url or 'article')}</DOCID>"]
    if article.published is not None:
        day = article.published.isoformat()
        head.append(
            f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" '
            f'functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>'
        )
    if article.title:
        head.append(f"<TITLE>{_text(article.title)}</TITLE>")
    body = "".join(_body(article.text, dates))
    return '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{}\n<TEXT>{}</TEXT>\n</TimeML>\n'.format("\n".join(head), body)


def _body(text: str, dates: Iterable[DateExpression]) -> Iterator[str]:
    at = 0
    for number, date in enumerate(longest_first(dates, span=lambda date: date.span), 1):
        yield _text(text[at : date.span.start])
        at = date.span.end
        attributes = {"tid": f"t{number}", "type": date.type.value, "value": date.value or _UNKNOWN[date.type]}
        if date.mod is not None:
            attributes["mod"] = _MODS.get(date.mod.value, date.mod.value)
        if date.calendar is not Calendar.GREGORIAN:
            attributes["comment"] = f"calendar: {date.calendar}"
        shown = " ".join(f'{name}="{escape(_legal(value))}"' for name, value in attributes.items())
        yield f"<TIMEX3 {shown}>{_text(date.text)}</TIMEX3>"
    yield _text(text[at:])


def _text(text: str) -> str:
    return escape(_legal(text), quote=False).replace("\r", "&#13;")


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
