"""Turns: each claim as it stands while sources are looked for, and how far back a reference may look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from arabnews.extractors.claims.event import Event
from arabnews.model import Mention, Resolution

LOOK_BACK: Final = 40
"""Claims back to which any reference may look."""
MENTIONS_BACK: Final = 120


class Turn(NamedTuple):
    """A claim as the sieves see it: its event, its written speaker, its source so far."""

    event: Event
    speaker: Mention | None
    source: Mention | None
    resolution: Resolution
    gender: str
    number: str
    reported: bool
    """Whether the claim stands inside the content of another."""
    embedded: bool
    """Whether it stands in a relative clause with a subject of its own: `التي اعتبرها كثيرون`."""


def before(mentions: Sequence[Mention], offset: int) -> Sequence[Mention]:
    """The last mentions that begin before an offset: as far back as a reference may reach."""
    last = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    return mentions[max(last - MENTIONS_BACK, 0) : last]
