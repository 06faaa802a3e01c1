"""schema.org JSON-LD: the article, what it quotes and claims, and whom it names. Never a rating: what is true is not judged here.

The context is inlined (`@vocab`), so that no reader needs the network. Claims are those with a cue; what the article itself
asserts is its own text. Offsets have no place in schema.org: see `to_web_annotations` for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from arabnews.model import Article, Claim, Entity, MentionKind, Quote
from arabnews.spans import SpanIndex

Node = dict[str, Any]
_TYPES: Final = {
    MentionKind.PER: "Person",
    MentionKind.ORG: "Organization",
    MentionKind.LOC: "Place",
    MentionKind.FAC: "CivicStructure",
    MentionKind.NORP: "Thing",
}


def jsonld(article: Article, layers: Mapping[str, Sequence[Any]], entities: Sequence[Entity]) -> Node:
    """An analysis as one JSON-LD document, a graph whose first node is the article."""
    base = _iri(article.url) if article.url else None

    def name(part: str) -> str:
        return f"{base}#{part}" if base else f"_:{part}"

    claims = [claim for claim in layers.get("claims", ()) if claim.cue is not None]
    quotes = [quote for quote in layers.get("quotes", ()) if quote.is_statement]
    sources = SpanIndex(claims)
    me: Node = {"@id": base or "_:article"}
    nodes = [_claim(claim, name(f"claim{number}"), me, name) for number, claim in enumerate(claims, 1)]
    said = [_quotation(quote, name(f"quotation{number}"), me, sources, name) for number, quote in enumerate(quotes, 1)]
    about = [_entity(entity, name(entity.id)) for entity in entities]
    head = {
        **me,
        "@type": "NewsArticle",
        "inLanguage": "ar",
        "headline": article.title,
        "datePublished": article.published and article.published.isoformat(),
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "url": {"@id": base} if base else None,
        "identifier": article.id,
        "articleBody": article.text,
        "mentions": [{"@id": node["@id"]} for node in about],
        "hasPart": [{"@id": node["@id"]} for node in (*nodes, *said)],
    }
    graph = [_without_nothing(node) for node in (head, *about, *nodes, *said)]
    return {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph}


def _claim(claim: Claim, key: str, article: Node, name: Any) -> Node:
    return {
        "@id": key,
        "@type": "Claim",
        "text": claim.text,
        "inLanguage": "ar",
        "author": {"@id": name(claim.source.id)} if claim.source else None,
        "dateCreated": claim.uttered.value if claim.uttered else None,
        "appearance": article,
        "keywords": claim.stance.value,
    }


def _quotation(quote_: Quote, key: str, article: Node, claims: SpanIndex[Claim], name: Any) -> Node:
    source = next((claim.source for claim in claims.overlapping(quote_.span) if claim.source), None)
    return {
        "@id": key,
        "@type": "Quotation",
        "text": quote_.text,
        "inLanguage": "ar",
        "creator": {"@id": name(source.id)} if source else None,
        "isPartOf": article,
    }


def _entity(entity: Entity, key: str) -> Node:
    kind = _TYPES[entity.kind]
    place = entity.country if kind in ("Place", "CivicStructure", "Organization") else None
    return {
        "@id": key,
        "@type": kind,
        "name": entity.name,
        "alternateName": list(entity.aliases),
        "jobTitle": list(entity.roles) if kind == "Person" else None,
        "address": {"@type": "PostalAddress", "addressCountry": place} if place else None,
    }


def _iri(url: str) -> str:
    return quote(url.encode("utf-8", "replace").decode(), safe="%/:=&?~#+!$,;'@()*[]")


def _without_nothing(node: Node) -> Node:
    """Without empty fields; lone surrogates, which RDF cannot hold, become `?`."""
    kept = {key: value for key, value in node.items() if value not in (None, [], "")}
    return {key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for key, value in kept.items()}
