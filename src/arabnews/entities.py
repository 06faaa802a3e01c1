"""Entities: which mentions name the same person, organisation or place.

Runs once, after all extractors, over the names and the claims' speakers; a pipeline takes another function in its place.
"""

from __future__ import annotations

from attrs import evolve

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Claim, Entity, Mention


def resolve(document: Document, layers: Layers) -> tuple[Entity, ...]:
    """Group mentions by name into entities, in order of first mention."""
    mentions = set(layers.get("mentions", ()))
    for claim in layers.get("claims", ()):
        mentions.update(m for m in (claim.speaker, claim.source_mention) if m is not None)
    groups: dict[tuple[str, str], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        groups.setdefault((mention.kind, mention.name.of(document.text)), []).append(mention)
    return tuple(
        Entity(f"E{number}", group[0].kind, name, mentions=tuple(group))
        for number, ((_, name), group) in enumerate(groups.items(), 1)
    )


def link(claims: tuple[Claim, ...], entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    """The claims with their `source` filled in from the entity of their `source_mention`."""
    owner = {mention: entity for entity in entities for mention in entity.mentions}
    return tuple(
        claim if claim.source_mention is None else evolve(claim, source=owner.get(claim.source_mention)) for claim in claims
    )
