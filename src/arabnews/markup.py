"""HTML of the nouns: an article's head, a claim's card, and what every page of this package shares.

It stands below `arabnews.model`, so that an `Article` and a `Claim` can show themselves in a notebook; it knows them by their
fields alone. Everything from an article is escaped, and keeps its own direction.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews.model import Article, Claim

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
    from importlib.resources import files  # late, as it is slow to import

    return (files("arabnews") / "data" / "page.css").read_text(encoding="utf-8")


def clean(text: str) -> str:
    """Escaped text, without what no page can hold."""
    return escape(text.encode("utf-8", "replace").decode()).replace("\x00", "\ufffd")


def isolated(text: str) -> str:
    """Escaped text that keeps its own direction."""
    return f"<bdi>{clean(text)}</bdi>"


def section(inside: str) -> str:
    """A section with the package's look, right to left; it carries its own style, so it can stand in any page."""
    return f'<section class="an" dir="rtl" lang="ar"><style>{_style()}</style>{inside}</section>'


def article_head(article: Article) -> str:
    """Title, outlet, day and id."""
    title = f"<h1>{clean(article.title)}</h1>" if article.title else ""
    day = article.published and article.published.isoformat()
    meta = " · ".join(isolated(part) for part in (article.outlet, day, article.id) if part)
    return title + (f'<p class="meta">{meta}</p>' if meta else "")


def article_html(article: Article) -> str:
    """An article on its own, before anything is found in it."""
    return section(f'{article_head(article)}<div class="text" tabindex="0">{clean(article.text)}</div>')


def claim_html(claim: Claim) -> str:
    """A claim on its own."""
    return section(f'<ul class="cards">{claim_card(claim)}</ul>')


def claim_card(claim: Claim) -> str:
    """A claim as a card: source, how it is said, content, when, figures."""
    source = isolated(claim.source.name) if claim.source else "مصدر غير معروف" if claim.cue else "النص"
    kind, stance = _KINDS[claim.kind], _STANCES[claim.stance] if claim.cue else ""
    said = " · ".join(filter(None, (stance, kind, "مصدر مجهول" if claim.is_anonymous else "")))
    when = f"<dt>وقت القول</dt><dd>{isolated(claim.uttered.text)}</dd>" if claim.uttered else ""
    where = f"<dt>في</dt><dd>{isolated(claim.medium.text)}</dd>" if claim.medium else ""
    figures = "".join(f'<span class="tag numbers">{isolated(number.text)}</span>' for number in claim.numbers[:6])
    days = "".join(
        f'<span class="tag dates" title="{clean(date.value or "")}">{isolated(date.text)}</span>' for date in claim.dates[:6]
    )
    about = f"<dl>{when}{where}</dl>" if when or where else ""
    return (
        f'<li class="card" tabindex="0"><b>{source}</b> <span class="said">{said}</span>'
        f"<blockquote>{isolated(claim.text)}</blockquote>{about}{figures}{days}</li>"
    )
