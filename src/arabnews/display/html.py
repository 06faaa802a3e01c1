"""A page to look at: the article with its layers beside the claims as cards, its figures, a timeline.

Self-contained, right to left, everything escaped. Nothing is loaded from anywhere, and no script runs: the legend's boxes switch
layers off by style alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha1
from typing import Any, Final

from arabnews.display.marked import SHOWN, Marks, colours, marked_text
from arabnews.markup import ARTICLE, amount, article_head, claim_card, clean, day_in_words, isolated, section, source_name
from arabnews.model import Article, Claim

_NAMES: Final = {"claims": "أقوال", "quotes": "اقتباسات", "numbers": "أعداد", "dates": "تواريخ"}
_KINDS: Final = {"PER": "أشخاص", "ORG": "مؤسسات", "LOC": "أماكن", "FAC": "منشآت", "NORP": "جماعات"}
_WHO, _FIGURES, _TIME, _PUBLISHED = "من قال ماذا", "أرقام", "خط الزمن", "يوم النشر"


def page(article: Article, layers: Mapping[str, tuple[Any, ...]], error: str | None = None) -> str:
    """A whole HTML document."""
    return f'{head(article.title or "arabnews")}<body class="an-page">{fragment(article, layers, error)}</body></html>\n'


def head(title: str) -> str:
    """The head of a document."""
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{clean(title)}</title></head>'
    )


def fragment(article: Article, layers: Mapping[str, tuple[Any, ...]], error: str | None = None) -> str:
    """The page's inside, for notebooks and other pages; `error` tells why there are no findings."""
    claims = [claim for claim in layers.get("claims", ()) if claim.kind != "narrated"]
    marks = Marks(layers, claims, colours(claims), f"an{_key(article)}")
    text = f'<div class="text" lang="ar">{marked_text(article.text, marks)}</div>'
    rest = f'<div class="rest">{_figures(marks)}{_timeline(article, marks)}</div>'
    failed = f'<p class="error" dir="auto">{clean(error)}</p>' if error else ""
    return section(f'{article_head(article)}{failed}{_legend(marks)}<div class="body">{text}{_cards(marks)}{rest}</div>')


def _key(article: Article) -> str:
    """What tells the links of one article from those of another on the same page."""
    return sha1(f"{article.id} {article.text}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:8]


def _legend(marks: Marks) -> str:
    counts = [(name, label, len(marks.layers.get(name, ()))) for name, label in _NAMES.items() if name != "claims"]
    kinds = Counter(mention.kind.value for mention in marks.layers.get("mentions", ()))
    counts = [("claims", _NAMES["claims"], len(marks.claims)), *counts, *((k, label, kinds[k]) for k, label in _KINDS.items())]
    shown = [
        f'<li><label><input type="checkbox" name="{name}" checked><span class="{name}">{label}</span> {count}</label></li>'
        for name, label, count in counts
        if count
    ]
    shown += [
        f'<li><span class="other">{clean(name)}</span> {len(found)}</li>'
        for name, found in marks.layers.items()
        if name not in SHOWN and found
    ]
    return f'<ul class="legend">{"".join(shown)}</ul>' if shown else ""


def _cards(marks: Marks) -> str:
    if not marks.claims:
        return ""
    cards = (claim_card(claim, n, marks.anchor, marks.colour(claim)) for n, claim in enumerate(marks.claims, 1))
    counts = Counter((marks.colour(claim), source_name(claim)) for claim in marks.claims)
    sources = "".join(f'<li class="{colour}">{isolated(name)} {count}</li>' for (colour, name), count in counts.most_common())
    return f'<div class="voices"><h2>{_WHO}</h2><ul class="sources">{sources}</ul><ul class="cards">{"".join(cards)}</ul></div>'


def _figures(marks: Marks) -> str:
    """Every amount, what it is, and according to whom."""
    numbers = marks.layers.get("numbers", ())
    if not numbers:
        return ""
    said = {number.span: claim for claim in marks.claims for number in claim.numbers}
    rows = []
    for number in numbers:
        claim = said.get(number.span)
        by = f'<span class="{marks.colour(claim)}">{isolated(source_name(claim))}</span>' if claim else ARTICLE
        rows.append(
            f'<tr><td>{isolated(number.text)}</td><td class="value" dir="ltr">{clean(amount(number))}</td><td>{by}</td></tr>'
        )
    header = "<tr><th>في النص</th><th>القيمة</th><th>بحسب</th></tr>"
    return f'<h2>{_FIGURES}</h2><table class="figures"><thead>{header}</thead><tbody>{"".join(rows)}</tbody></table>'


def _timeline(article: Article, marks: Marks) -> str:
    """What is said of each day that can be told, in their order, with the day of publication among them."""
    rows: dict[tuple[date, str], list[str]] = {}
    for day, value, claim in sorted(_dated(marks), key=lambda row: row[:2]):
        colour = "by-article" if claim.kind == "narrated" else marks.colour(claim)
        said = f'<p class="{colour}"><b>{isolated(source_name(claim))}</b> {isolated(_short(claim.text))}</p>'
        rows.setdefault((day, value), []).append(said)
    if not rows:
        return ""
    if article.published:
        rows.setdefault((article.published, article.published.isoformat()), []).append(f'<p class="note">{_PUBLISHED}</p>')
    items = (
        f'<li><time datetime="{clean(value)}">{isolated(day_in_words(value))}</time>{"".join(dict.fromkeys(said))}</li>'
        for (_, value), said in sorted(rows.items())
    )
    return f'<h2>{_TIME}</h2><ul class="time">{"".join(items)}</ul>'


def _dated(marks: Marks) -> Iterator[tuple[date, str, Claim]]:
    for claim in marks.layers.get("claims", ()):
        for found in claim.dates:
            if found.interval:
                yield found.interval[0], found.value or "", claim


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) < 140 else text[:137] + "…"
