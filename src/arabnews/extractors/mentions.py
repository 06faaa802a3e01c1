"""The mentions layer."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Annotation


@frozen
class MentionExtractor:
    """Finds the mentions of an article."""

    name: str = "mentions"
    layer: str = "mentions"
    requires: tuple[str, ...] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return ()
