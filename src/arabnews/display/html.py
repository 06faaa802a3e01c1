"""A page to look at: the article with its layers, claims as cards, a timeline. Self-contained, right to left, everything escaped.

The text is cut at the ends of annotations; each piece carries the classes of the layers over it, so overlapping findings need no
overlapping tags. Nothing is loaded from anywhere, and no script runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from arabnews.markup import article_head, claim_card, clean, isolated, section
from arabnews.model import Article, Claim

LAYERS: Final = {"claims": "أقوال", "quotes": "اقتباسات", "numbers": "أعداد", "dates": "تواريخ", "mentions": "أسماء"}
_KINDS: Final = {"PER": "أشخاص", "ORG": "مؤسسات", "LOC": "أماكن", "FAC": "منشآت", "NORP": "جماعات"}


def page(article: Article, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """A whole HTML document."""
    title = clean(article.title or "arabnews")
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title></head>'
        f'<body class="an-page">{fragment(article, layers)}</body></html>\n'
    )


def fragment(article: Article, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """The page's inside, for notebooks and other pages."""
    claims: tuple[Claim, ...] = layers.get("claims", ())
    parts = [article_head(article), _legend(layers)]
    parts.append(f'<div class="text" lang="ar" tabindex="0">{marked_text(article.text, layers)}</div>')
    attributed = [claim for claim in claims if _is_shown(claim)]
    if attributed:
        parts.append(f'<h2>{LAYERS["claims"]}</h2><ul class="cards">{"".join(map(claim_card, attributed))}</ul>')
    parts.append(_timeline(claims))
    return section("".join(parts))


def marked_text(text: str, layers: Mapping[str, tuple[Any, ...]]) -> str:
    """The article's text, cut at the ends of annotations, each piece with the classes of what covers it."""
    events: dict[int, list[tuple[int, str, str]]] = {}
    for layer, found in layers.items():
        for item in found:
            if not _is_shown(item):
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


def _is_shown(item: Any) -> bool:
    """What the article itself narrates is not marked: it would be most of the text."""
    return not isinstance(item, Claim) or item.kind != "narrated"


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


def _legend(layers: Mapping[str, tuple[Any, ...]]) -> str:
    counts = {name: sum(_is_shown(item) for item in layers.get(name, ())) for name in LAYERS if name != "mentions"}
    shown = [f'<li><span class="{name}">{LAYERS[name]}</span> {count}</li>' for name, count in counts.items() if count]
    for kind, label in _KINDS.items():
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
