"""Plain text for terminals: claims by speaker, then figures, dates and names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from arabnews.model import Article, Claim, Entity

_WIDTH = 160
_ORDER = ("claims", "numbers", "dates", "quotes", "mentions")


def analysis_text(article: Article, layers: Mapping[str, tuple[Any, ...]], entities: tuple[Entity, ...]) -> str:
    """An analysis as lines of text; the terminal's own bidi algorithm sets the Arabic."""
    return "\n".join(_lines(article, layers, entities)) + "\n"


def _lines(article: Article, layers: Mapping[str, tuple[Any, ...]], entities: tuple[Entity, ...]) -> Iterator[str]:
    if article.title:
        yield article.title
    if article.published:
        yield f"published {article.published.isoformat()}"
    for layer in sorted(layers, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)):
        found = layers[layer]
        if not found:
            continue
        yield ""
        yield f"{layer} ({len(found)})"
        for item in found:
            yield f"  {_line(layer, item)}"
    named = [entity for entity in entities if len(entity.mentions) > 1]
    if named:
        yield ""
        yield "entities mentioned more than once"
        for entity in named:
            yield f"  {entity.kind} {entity.name} ({len(entity.mentions)})"


def _line(layer: str, item: Any) -> str:
    text = _short(item.text)
    match layer:
        case "claims":
            return _claim(item, text)
        case "numbers":
            parts = [
                str(item.value),
                f"to {item.upper}" if item.upper is not None else "",
                item.mod or "",
                item.unit or "",
                item.concept or "",
            ]
            return f"{text}  =  {' '.join(part for part in parts if part)}"
        case "dates":
            return f"{text}  =  {item.type} {item.value or '?'} {item.mod or ''}".rstrip()
        case "mentions":
            return f"{item.kind}  {text}"
        case "quotes":
            return f"{'statement' if item.is_statement else 'term'}  {text}"
    return text


def _claim(claim: Claim, text: str) -> str:
    if claim.kind == "narrated":
        return f"[narrated] {text}"
    source = claim.source.name if claim.source else "?"
    cue = claim.cue.text if claim.cue else ""
    return f"[{claim.kind}, {claim.stance}] {source} ({cue}, {claim.resolution}): {text}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"
