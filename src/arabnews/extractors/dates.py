"""The dates layer."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Annotation


@frozen
class DateExtractor:
    """Finds the dates of an article."""

    name: str = "dates"
    layer: str = "dates"
    requires: tuple[str, ...] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return ()
