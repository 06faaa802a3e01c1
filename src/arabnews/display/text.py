"""Plain text for terminals: claims by speaker, then figures, dates, quotes and names.

What the library says stands on the left in Latin letters, what the article says behind it: so a line has one change of direction,
and terminals with and without a bidi algorithm keep it in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from arabnews.display.fields import own_fields
from arabnews.markup import amount
from arabnews.model import Article, Claim, DateExpression, Entity, Mention, NumericFact, Quote

_WIDTH: Final = 160
_ORDER: Final = ("claims", "numbers", "dates", "quotes", "mentions")


def analysis_text(article: Article, layers: Mapping[str, tuple[Any, ...]], entities: tuple[Entity, ...]) -> str:
    """An analysis as lines of text."""
    return "\n".join(_lines(article, layers, entities)) + "\n"


def _lines(article: Article, layers: Mapping[str, tuple[Any, ...]], entities: tuple[Entity, ...]) -> Iterator[str]:
    if article.title:
        yield article.title
    if article.published or article.outlet:
        day = article.published.isoformat() if article.published else None
        yield "  ".join(filter(None, (day, article.outlet)))
    for layer in sorted(layers, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)):
        found = layers[layer]
        if found:
            yield ""
            yield f"{layer} ({len(found)})"
            yield from _claims(found) if layer == "claims" else _columns([_row(item) for item in found], "  ")
    named = [(f"{entity.kind}  {len(entity.mentions)}", entity.name) for entity in entities if len(entity.mentions) > 1]
    if named:
        yield ""
        yield "entities mentioned more than once"
        yield from _columns(named, "  ")


def _claims(claims: Sequence[Claim]) -> Iterator[str]:
    """Claims under their speakers, who stand in the order in which they first speak; last what the article itself says."""
    speakers: dict[str, list[tuple[str, str]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.kind == "narrated"):
        speakers.setdefault(_speaker(claim), []).append((f"{claim.stance:8}  {claim.kind}" if claim.cue else "", claim.text))
    for speaker, said in speakers.items():
        yield f"  {speaker}"
        yield from _columns(said, "    ")


def _speaker(claim: Claim) -> str:
    if claim.kind == "narrated":
        return "(the article itself)"
    if claim.source is None:
        return "(a source that the text does not tell)"
    return "، ".join([claim.source.name, *claim.source.roles[:1]])


def _row(item: Any) -> tuple[str, str]:
    """What is known of a finding, and its text."""
    match item:
        case NumericFact():
            return " ".join(filter(None, (amount(item), item.concept))), item.text
        case DateExpression():
            return " ".join(filter(None, (item.type, item.value or "?", item.mod))), item.text
        case Mention():
            return str(item.kind), item.text
        case Quote():
            return "statement" if item.is_statement else "term", item.text
    return own_fields(item), item.text


def _columns(rows: Sequence[tuple[str, str]], margin: str) -> Iterator[str]:
    width = max(len(known) for known, _ in rows)
    for known, text in rows:
        gap = f"{known:{width}}  " if width else ""
        yield f"{margin}{gap}{_short(text)}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"
