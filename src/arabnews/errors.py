"""Every deliberate exception of arabnews.

Each error says what is wrong, where, what was given and how to mend it. `ArabnewsError` is the root; each
leaf also subclasses the built-in that it specialises, so that callers may catch either. All carry their
fields as attributes and survive pickling.
"""

from __future__ import annotations

from typing import Any


class ArabnewsError(Exception):
    """Root of every exception that arabnews raises on purpose."""

    def __init__(self, message: str, **fields: Any) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields
        for name, value in fields.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.fields)

    def __str__(self) -> str:
        return self.message


def _rebuild(kind: type[ArabnewsError], message: str, fields: dict[str, Any]) -> ArabnewsError:
    return kind(message, **fields)


class ArticleError(ArabnewsError, ValueError):
    """An article's field is not what it must be: `field` and `got` tell which and what."""


class SpanError(ArabnewsError, ValueError):
    """A span whose start and end are no half-open range."""


class LexiconError(ArabnewsError, ValueError):
    """A fault in lexicon data: `file`, `line` and `field` tell where."""


class PipelineError(ArabnewsError, ValueError):
    """A pipeline that cannot be built: a missing, circular or doubled layer, an unknown extractor."""


class UnknownLayerError(ArabnewsError, LookupError):
    """A layer was asked for that the analysis does not have: `layer` and `known` tell which."""


class PatternError(ArabnewsError, ValueError):
    """A user's pattern that does not compile, or that matches nothing but the empty string."""


class ExtractorError(ArabnewsError, RuntimeError):
    """An extractor raised or broke a rule: `extractor` and `article_id` tell which, `__cause__` why."""


class FormatError(ArabnewsError, ValueError):
    """Data that cannot be read as the format it should be in: `file`, `line` and `field` tell where (None where unknown)."""


class MissingExtraError(ArabnewsError, ImportError):
    """An optional package is needed for what was asked: `extra` names the one to install."""
