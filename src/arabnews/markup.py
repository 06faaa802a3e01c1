"""HTML of the nouns: an article's head, a claim's card, and what every page of this package shares.

It stands below `arabnews.model`, so that an `Article` and a `Claim` can show themselves in a notebook; it knows them by their
fields alone. Everything from an article is escaped, and keeps its own direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from arabnews.files import read

if TYPE_CHECKING:
    from arabnews.model import Article, Claim, DateExpression, NumericFact

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
_MONTHS: Final = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_MOST: Final = 6
"""Figures and days that a card shows; more would hide the claim."""
NOBODY: Final = "مصدر غير معروف"
ARTICLE: Final = "النص"


@cache
def _style() -> str:
    return read("page.css")


def clean(text: str) -> str:
    """Escaped text, without what no page can hold."""
    from html import escape  # late: whoever shows nothing need not load a page's entities

    return escape(text.encode("utf-8", "replace").decode()).replace("\x00", "\ufffd")


def isolated(text: str) -> str:
    """Escaped text that keeps its own direction."""
    return f"<bdi>{clean(text)}</bdi>"


def section(inside: str) -> str:
    """A section with the package's look, right to left; it carries its own style, so it can stand in any page."""
    return f'<section class="an" dir="rtl" lang="ar"><style>{_style()}</style>{inside}</section>'


def article_head(article: Article) -> str:
    """Outlet, day and title; without a title the id, so that one article can be told from the next."""
    day = article.published and f'<time datetime="{article.published}">{day_in_words(article.published.isoformat())}</time>'
    outlet = article.outlet and isolated(article.outlet)
    key = isolated(article.id) if article.id and not article.title else None
    meta = " · ".join(part for part in (outlet, day, key) if part)
    title = f"<h1>{clean(article.title)}</h1>" if article.title else ""
    return (f'<p class="meta">{meta}</p>' if meta else "") + title


def article_html(article: Article) -> str:
    """An article on its own, before anything is found in it."""
    return section(f'{article_head(article)}<div class="text">{clean(article.text)}</div>')


def claim_html(claim: Claim) -> str:
    """A claim on its own."""
    return section(f'<ul class="cards">{claim_card(claim)}</ul>')


def claim_card(claim: Claim, number: int | None = None, anchor: str = "", colour: str = "by0") -> str:
    """A claim as a card: source, how it is said, content, when, figures.

    Args:
        number: its number in the text, if it stands there too.
        anchor: what the ids of the page begin with.
        colour: the class that tells its source's colour.
    """
    link = f'<a class="ref" href="#{anchor}t{number}" aria-label="موضع القول {number} في النص" data-n="{number}"></a> '
    head = f"{link if number else ''}<b>{isolated(source_name(claim))}</b>"
    if claim.source and claim.source.roles:
        head += f' <span class="role">{isolated(claim.source.roles[0])}</span>'
    stance = f'<span class="stance {claim.stance}">{_STANCES[claim.stance]}</span>' if claim.cue else ""
    said = " · ".join(filter(None, (stance, _KINDS[claim.kind], "مصدر مجهول" if claim.is_anonymous else "")))
    when = f"<dt>وقت القول</dt><dd>{isolated(claim.uttered.text)}</dd>" if claim.uttered else ""
    where = f"<dt>في</dt><dd>{isolated(claim.medium.text)}</dd>" if claim.medium else ""
    about = f"<dl>{when}{where}</dl>" if when or where else ""
    tags = "".join([*map(_number_tag, claim.numbers[:_MOST]), *map(_date_tag, claim.dates[:_MOST])])
    place = f' id="{anchor}c{number}"' if number else ""
    return (
        f'<li class="card {colour}"{place}><p class="who">{head}</p><p class="said">{said}</p>'
        f'<blockquote class="{claim.kind}">{isolated(claim.text)}</blockquote>{about}'
        + (f'<p class="tags">{tags}</p>' if tags else "")
        + "</li>"
    )


def source_name(claim: Claim) -> str:
    """Who says it, in Arabic also where nobody is named."""
    if claim.source:
        return claim.source.name
    return NOBODY if claim.cue else ARTICLE


def amount(number: NumericFact) -> str:
    """A value with its unit, digits grouped: `12,500,000 USD`, `40`, `300–350`, `20%`; what it counts is not repeated."""
    bound = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}.get(number.mod or "", "")
    ends = "–".join(f"{end:,}" for end in (number.value, number.upper) if end is not None)
    unit = {"percent": "%", "money": f" {number.unit}"}.get(number.dimension, "") if number.unit else ""
    return f"{bound}{ends}{unit}"


def day_in_words(value: str) -> str:
    """A TIMEX3 day, month or year as Arabic writes it; other values as they are.

    Example:
        >>> day_in_words("2021-12-07"), day_in_words("2021-07"), day_in_words("2021-W03")
        ('7 ديسمبر 2021', 'يوليو 2021', '2021-W03')
    """
    match = _DAY.match(value)
    if match is None or not 0 < int(match[2] or 1) <= len(_MONTHS):
        return value
    year, month, day = match.groups()
    return " ".join(filter(None, (day and str(int(day)), month and _MONTHS[int(month) - 1], year)))


def _tag(layer: str, text: str, value: str) -> str:
    known = f' <span class="value" dir="ltr">{clean(value)}</span>' if value and value not in text else ""
    return f'<span class="tag {layer}">{isolated(text)}{known}</span>'


def _number_tag(number: NumericFact) -> str:
    shown = amount(number)
    return _tag("numbers", number.text, "" if _digits(shown) == _digits(number.text) else shown)


def _date_tag(date: DateExpression) -> str:
    return _tag("dates", date.text, date.value or "")


def _digits(text: str) -> Iterable[str]:
    return [str(int(character)) for character in text if character.isdecimal()]
