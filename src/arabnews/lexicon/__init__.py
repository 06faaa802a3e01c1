"""The lexicon: word lists as data, inflected and indexed."""

from arabnews.lexicon.entries import Entry, Morph, Reading, Word
from arabnews.lexicon.lexicon import Lexicon

__all__ = ["Entry", "Lexicon", "Morph", "Reading", "Word"]
