"""Several that speak as one: `السعودية ومصر`, and the body whose name goes on behind `و`."""

from __future__ import annotations

from attrs import evolve

from arabnews.enums import LOC, NAME, NOMINAL, ORG
from arabnews.extractors.claims import slots
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.model import Mention
from arabnews.spans import Span


def with_others(phrases: NounPhrases, found: Mention, end: int) -> Mention:
    """`البنك الدولي وصندوق النقد`, `السعودية ومصر`: several that speak as one, each named behind `و`."""
    document, taken = phrases.document, phrases.by_token
    if found.kind not in (ORG, LOC) or found.form is not NAME:
        return found
    first, stop = document.tokens(found.span)
    after = stop
    if found.kind is ORG and _goes_on(phrases, stop, end):
        whole = Span(found.span.start, document.ends[stop])
        return evolve(found, span=whole, text=whole.of(document.text), name=Span(found.name.start, whole.end))
    while after < end and document.keys[after].startswith("و") and (other := taken.get(after)) is not None:
        if other.kind not in (ORG, LOC) or other.span.start < document.starts[after]:
            break
        after = document.token_at(other.span.end - 1) + 1
    if after == stop or (after < end and not slots.is_boundary(document, after, end)):
        return found
    span = document.span(first, after)
    return mentioned(document.text, span, ORG, NOMINAL, gender=found.gender, number="p")


def _goes_on(phrases: NounPhrases, at: int, end: int) -> bool:
    """`جبهة البحارة | والتقدم عن`: a second definite noun of a body's name, that no table lists."""
    document = phrases.document
    if at >= end or not document.keys[at].startswith("وال") or at in phrases.by_token or at in phrases.dated:
        return False
    named = not document.words[at].tags & {"title", "nominal_source", "org_head", "nationality"}
    return named and slots.is_boundary(document, at + 1, end) and not document.keys[at].endswith(("ون", "ين"))
