"""A page to look at: the article with its layers, claims as cards, a timeline. Self-contained, right to left, everything escaped.

The text is cut at the ends of annotations; each piece carries the classes of the layers over it, so overlapping findings need no
overlapping tags. Nothing is loaded from anywhere, and no script runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Final

from arabnews.model import Article, Claim

LAYERS: Final = {"claims": "أقوال", "quotes": "اقتباسات", "numbers": "أعداد", "dates": "تواريخ", "mentions": "أسماء"}
_KINDS: Final = {
    "direct": "مباشر",
    "indirect": "غير مباشر",
    "mixed": "مختلط",
    "nominal": "اسمي",
    "narrated": "سرد",
}
_STANCES: Final = {
    "assert": "يقول",
    "announce": "يعلن",
    "confirm": "يؤكد",
    "deny": "ينفي",
    "promise": "يتعهد",
    "demand": "يطالب",
    "warn": "يحذر",
    "accuse": "ينتقد",
    "praise": "يشيد",
    "believe": "يرى",
}


@cache
def _style() -> str:
    return files("arabnews.display").joinpath("page.css").read_text(encoding="utf-8")


def isolated(text: str) -> str:
    """Escaped text that keeps its own direction."""
    return f"<bdi>{clean(text)}</bdi>"


def clean(text: str) -> str:
    """Escaped text, without what no page can hold."""
    return escape(text.encode("utf-8", "replace").decode()).replace("\x00", "\ufffd")


def page(article: Article, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """A whole HTML document."""
    title = clean(article.title or "arabnews")
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
        f"<body style='margin:0'>{fragment(article, layers)}</body></html>\n"
    )


def fragment(article: Article, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """The page's inside, for notebooks and other pages."""
    claims: tuple[Claim, ...] = layers.get("claims", ())
    head = f"<h1>{clean(article.title)}</h1>" if article.title else ""
    meta = " · ".join(
        clean(part) for part in (article.outlet, article.published and article.published.isoformat(), article.id) if part
    )
    parts = [f"<style>{_style()}</style>", head, f'<p class="meta">{meta}</p>' if meta else "", _legend(layers)]
    parts.append(f'<div class="text" lang="ar" tabindex="0">{marked_text(article.text, layers)}</div>')
    attributed = [claim for claim in claims if claim.kind != "narrated"]
    if attributed:
        parts.append(f'<h2>{LAYERS["claims"]}</h2><ul class="cards">{"".join(map(claim_card, attributed))}</ul>')
    parts.append(_timeline(claims))
    return f'<section class="an" dir="rtl" lang="ar">{"".join(parts)}</section>'


def marked_text(text: str, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """The article's text, cut at the ends of annotations, each piece with the classes of what covers it."""
    events: dict[int, list[tuple[int, str, str]]] = {}
    for layer, found in layers.items():
        for item in found:
            if layer == "claims" and item.kind == "narrated":
                continue
            name, label = _class(layer, item), _label(layer, item)
            events.setdefault(item.span.start, []).append((1, name, label))
            events.setdefault(item.span.end, []).append((-1, name, label))
    pieces, open_, position = [], dict[tuple[str, str], int](), 0
    for offset in sorted({*events, len(text)}):
        if offset > position:
            pieces.append(_piece(text[position:offset], open_))
        for change, name, label in events.get(offset, ()):
            open_[name, label] = open_.get((name, label), 0) + change
        open_ = {key: count for key, count in open_.items() if count > 0}
        position = offset
    return "".join(pieces)


def _piece(text: str, open_: Mapping[tuple[str, str], int]) -> str:
    if not open_:
        return clean(text)
    classes = " ".join(sorted({name for name, _ in open_}))
    labels = clean(" — ".join(label for _, label in open_ if label))
    return f'<span class="{classes}" title="{labels}">{clean(text)}</span>'


def _class(layer: str, item: Any) -> str:
    if layer == "mentions":
        return str(item.kind.value)
    return layer if layer in LAYERS else "other"


def _label(layer: str, item: Any) -> str:
    match layer:
        case "numbers":
            return " ".join(str(part) for part in (item.mod, item.value, item.upper, item.unit) if part is not None)
        case "dates":
            return f"{item.value or ''} {item.mod or ''}".strip()
        case "mentions":
            return str(item.kind)
        case "claims":
            return item.source.name if item.source else ""
    return "" if layer == "quotes" else layer


def claim_card(claim: Claim) -> str:
    """A claim as a card: source, stance, content, time, figures."""
    source = isolated(claim.source.name) if claim.source else "—"
    tags = [_KINDS[claim.kind], _STANCES[claim.stance]]
    tags += [f"{number.text}" for number in claim.numbers[:4]] + [date.value for date in claim.dates[:3] if date.value]
    if claim.is_anonymous:
        tags.append("مصدر مجهول")
    marks = "".join(f'<span class="tag">{isolated(tag)}</span>' for tag in tags)
    return f'<li class="card" tabindex="0"><b>{source}</b><blockquote>{isolated(claim.text)}</blockquote>{marks}</li>'


def _legend(layers: Mapping[str, tuple[Any, ...]]) -> str:
    shown = [
        f'<li><span class="{name}">{label}</span> {len(layers[name])}</li>'
        for name, label in LAYERS.items()
        if layers.get(name) and name != "mentions"
    ]
    kinds = {"PER": "أشخاص", "ORG": "مؤسسات", "LOC": "أماكن"}
    for kind, label in kinds.items():
        count = sum(mention.kind == kind for mention in layers.get("mentions", ()))
        if count:
            shown.append(f'<li><span class="{kind}">{label}</span> {count}</li>')
    shown += [
        f'<li><span class="other">{clean(name)}</span> {len(found)}</li>'
        for name, found in layers.items()
        if name not in LAYERS and found
    ]
    return f'<ul class="legend">{"".join(shown)}</ul>' if shown else ""


def _timeline(claims: Iterable[Claim]) -> str:
    """Claims that hold a dated expression, by day."""
    dated = sorted(
        ((date.interval[0].isoformat(), date.value or "", claim) for claim in claims for date in claim.dates if date.interval),
        key=lambda row: row[0],
    )
    if not dated:
        return ""
    rows = "".join(
        f"<li><time>{clean(value)}</time>{isolated(claim.source.name if claim.source else 'النص')}: "
        f"{isolated(_short(claim.text))}</li>"
        for _, value, claim in dated
    )
    return f'<h2>خط الزمن</h2><ul class="time">{rows}</ul>'


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) < 120 else text[:117] + "…"
