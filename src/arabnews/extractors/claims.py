"""The claims layer."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Annotation


@frozen
class ClaimExtractor:
    """Finds the claims of an article."""

    name: str = "claims"
    layer: str = "claims"
    requires: tuple[str, ...] = ("mentions", "quotes", "numbers", "dates")

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return ()
