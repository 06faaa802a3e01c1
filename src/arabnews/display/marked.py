"""An article's text with its findings as coloured spans.

The text is cut at the ends of annotations; each piece carries the classes of the layers over it, so overlapping findings need no
overlapping tags. Of claims inside each other a piece belongs to the innermost. Where a claim begins stands a link to its card;
its number is drawn by the style, so that the text itself stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from arabnews.display.fields import own_fields
from arabnews.markup import amount, clean, source_name
from arabnews.model import Claim

SHOWN: Final = ("claims", "quotes", "numbers", "dates", "mentions")
COLOURS: Final = 6
"""Sources that have a colour of their own; past them the colours come round again."""


@frozen
class Marks:
    """What a page shows of a text.

    Args:
        layers: the layers, as an analysis has them.
        claims: the claims that have a card, in the order of their numbers.
        colours: source id -> class of its colour.
        anchor: what the ids of the page begin with.
    """

    layers: Mapping[str, tuple[Any, ...]]
    claims: Sequence[Claim]
    colours: Mapping[str | None, str]
    anchor: str

    def colour(self, claim: Claim) -> str:
        """The class of the colour of a claim's source."""
        return self.colours[claim.source.id if claim.source else None]


def colours(claims: Sequence[Claim]) -> dict[str | None, str]:
    """A colour for each source, in the order in which they speak; one more for nobody."""
    sources = dict.fromkeys(claim.source.id for claim in claims if claim.source)
    return {None: "by-nobody", **{source: f"by{at % COLOURS}" for at, source in enumerate(sources)}}


def marked_text(text: str, marks: Marks) -> str:
    """The text as HTML."""
    events: dict[int, list[tuple[bool, tuple[str, int]]]] = {}
    found = {(layer, at): item for layer, items in _shown(marks) for at, item in enumerate(items)}
    for key, item in found.items():
        events.setdefault(item.span.start, []).append((True, key))
        events.setdefault(item.span.end, []).append((False, key))
    pieces, position = [], 0
    open_: dict[tuple[str, int], Any] = {}
    for offset in sorted({*events, len(text)}):
        if offset > position:
            pieces.append(_piece(text[position:offset], open_, marks))
        for opens, key in events.get(offset, ()):
            if opens and found[key].span.end > offset:
                open_[key] = found[key]
                if key[0] == "claims":
                    pieces.append(_reference(key[1] + 1, marks.anchor))
            elif not opens:
                open_.pop(key, None)
        position = offset
    return "".join(pieces)


def _shown(marks: Marks) -> Iterator[tuple[str, Sequence[Any]]]:
    """The layers; of claims those with a card, for what the article itself narrates would be most of the text."""
    for layer, found in marks.layers.items():
        yield layer, (marks.claims if layer == "claims" else found)


def _piece(text: str, open_: Mapping[tuple[str, int], Any], marks: Marks) -> str:
    if not open_:
        return clean(text)
    innermost = max((item for (layer, _), item in open_.items() if layer == "claims"), key=lambda c: c.span, default=None)
    classes = {_class(layer, item) for (layer, _), item in open_.items()}
    if innermost is not None:
        classes.add(marks.colour(innermost))
    labels = dict.fromkeys(filter(None, (_label(layer, item) for (layer, _), item in open_.items())))
    title = f' title="{clean(" — ".join(labels))}"' if labels else ""
    return f'<span class="{" ".join(sorted(classes))}"{title}>{clean(text)}</span>'


def _reference(number: int, anchor: str) -> str:
    return f'<a class="ref" id="{anchor}t{number}" href="#{anchor}c{number}" aria-label="القول {number}" data-n="{number}"></a>'


def _class(layer: str, item: Any) -> str:
    if layer == "mentions":
        return str(item.kind.value)
    return layer if layer in SHOWN else "other"


def _label(layer: str, item: Any) -> str:
    match layer:
        case "numbers":
            return f"{amount(item)} {item.unit or ''}".strip() if item.dimension == "count" else amount(item)
        case "dates":
            return f"{item.value or ''} {item.mod or ''}".strip()
        case "mentions":
            return str(item.kind)
        case "claims":
            return source_name(item)
        case "quotes":
            return ""
    return f"{layer}: {own_fields(item)}".removesuffix(": ")
