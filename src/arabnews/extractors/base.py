"""What an extractor is, and the two light ways to make one: a pattern, a function."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from attrs import field, frozen

from arabnews.errors import ExtractorError, PatternError, PipelineError
from arabnews.model import Annotation
from arabnews.spans import Span

if TYPE_CHECKING:
    from arabnews.document import Document

Layers = Mapping[str, tuple[Any, ...]]
"""Layer name -> its annotations so far, in text order."""


def covered(document: Document, layer: Sequence[Annotation]) -> frozenset[int]:
    """The tokens that the annotations of a layer cover: those of the dates are asked for by numbers and by claims."""
    known: tuple[Any, frozenset[int]] | None = document.cache.get(covered)
    if known is None or known[0] is not layer:
        known = document.cache[covered] = layer, frozenset(_tokens_of(document, layer))
    return known[1]


def _tokens_of(document: Document, layer: Sequence[Annotation]) -> list[int]:
    found: list[int] = []
    token_at, ends, count = document.token_at, document.ends, len(document)
    for annotation in layer:
        at, stop = token_at(annotation.span.start), annotation.span.end
        found.append(at)
        while at < count and ends[at] < stop:  # a date is a few tokens long
            at += 1
            found.append(at)
    return found


@runtime_checkable
class Extractor(Protocol):
    """Any object with these four is an extractor.

    Attributes:
        name: unique in its pipeline; errors and explanations use it.
        layer: the layer that its annotations join.
        requires: the layers that must be there before.

    Example:
        >>> from arabnews import Extractor, Pipeline
        >>> all(isinstance(one, Extractor) for one in Pipeline().extractors)
        True
    """

    @property
    def name(self) -> str: ...
    @property
    def layer(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        """Yield annotations of the document; never raise on odd text."""


@frozen
class FunctionExtractor:
    """A function as an extractor; made by the `extractor` decorator."""

    function: Callable[[Document, Layers], Iterable[Annotation]]
    name: str
    layer: str
    requires: tuple[str, ...] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return self.function(document, layers)

    def __call__(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return self.function(document, layers)

    def __reduce__(self) -> tuple[Any, ...]:
        # The decorated name is this object, so the plain function cannot be pickled by name: the object is.
        return _by_name, (self.function.__module__, self.function.__qualname__)


def _by_name(module: str, qualname: str) -> Any:
    from functools import reduce
    from importlib import import_module

    return reduce(getattr, qualname.split("."), import_module(module))


def extractor(
    function: None = None, /, *, layer: str = "", requires: Iterable[str] = (), name: str | None = None
) -> Callable[[Callable[[Document, Layers], Iterable[Annotation]]], FunctionExtractor]:
    """Make an extractor of a generator function `(document, layers) -> annotations`.

    Args:
        layer: the layer that its annotations join.
        requires: the layers it reads.
        name: its name; the function's own by default.

    Raises:
        PipelineError: if `layer` is empty or `requires` is a bare string.

    Example:
        >>> @extractor(layer="shouts", requires=("quotes",))
        ... def shouts(document, layers):
        ...     for quote in layers["quotes"]:
        ...         if "!" in quote.outer.of(document.text):
        ...             yield Annotation(quote.span, quote.text, rule="shouts")
        >>> shouts.layer
        'shouts'
    """
    if function is not None:
        raise PipelineError(f"say which layer it makes: @extractor(layer='shouts'), got {function!r}", layer=layer)
    if not isinstance(layer, str) or not layer.isidentifier():
        raise PipelineError(f"an extractor's layer must be a name such as 'shouts', got {layer!r}", layer=layer)
    if isinstance(requires, str):
        raise PipelineError(
            f"requires must be a tuple of layer names, got the string {requires!r}; write ({requires!r},)", layer=layer
        )

    def decorate(function: Callable[[Document, Layers], Iterable[Annotation]]) -> FunctionExtractor:
        return FunctionExtractor(function, name or function.__name__, layer, tuple(requires))

    return decorate


@frozen
class PatternMatch(Annotation):
    r"""What a `PatternExtractor` finds.

    Args:
        groups: the named groups that took part, as written in the article.

    Example:
        >>> import arabnews
        >>> decrees = arabnews.PatternExtractor("decrees", r"المرسوم رقم (?P<number>\d+)")
        >>> decree = arabnews.Pipeline().adding(decrees).analyze("وقع المرسوم رقم 12.")["decrees"][0]
        >>> decree.text, decree["number"]
        ('المرسوم رقم 12', '12')
    """

    groups: Mapping[str, str] = field(factory=dict, kw_only=True, hash=False)

    def __getitem__(self, group: str) -> str:
        return self.groups[group]


_TIMEOUT: Final = 1.0


@frozen
class PatternExtractor:
    r"""A pattern of the `regex` package as an extractor, run under a timeout.

    Args:
        layer: the layer, and by default the extractor's name.
        pattern: the pattern; `\p{...}` classes and named groups work.
        name: the extractor's name.
        folded: match on folded text (no diacritics, tatweel, invisible characters; one alif; ASCII digits) instead of the raw
            text; spans are of the raw text in both cases.
        timeout: seconds that one article may take; past them the extractor raises.

    Raises:
        PatternError: if the pattern does not compile or matches the empty string, or `timeout` is no positive number.

    Example:
        >>> import arabnews
        >>> decrees = PatternExtractor("decrees", r"المرسوم رقم (?P<number>\d+)")
        >>> analysis = arabnews.Pipeline().adding(decrees).analyze("نص المرسوم رقم 12 على ذلك.")
        >>> analysis["decrees"][0]["number"]
        '12'
    """

    layer: str
    pattern: str
    name: str = field(default=None, kw_only=True)
    folded: bool = field(default=False, kw_only=True)
    timeout: float = field(default=_TIMEOUT, kw_only=True)
    requires: tuple[str, ...] = field(default=(), init=False)
    _compiled: Any = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        import regex

        if self.name is None:
            object.__setattr__(self, "name", self.layer)
        if not isinstance(self.pattern, str):
            raise PatternError(f"pattern of {self.name!r} must be a str, got {type(self.pattern).__name__}", pattern=self.pattern)
        if not isinstance(self.timeout, int | float) or not self.timeout > 0:
            raise PatternError(f"timeout of {self.name!r} must be more than 0 s, got {self.timeout!r}", pattern=self.pattern)
        try:
            compiled = regex.compile(self.pattern)
        except regex.error as error:
            raise PatternError(f"pattern of {self.name!r} does not compile: {error}", pattern=self.pattern) from error
        if compiled.match(""):
            raise PatternError(f"pattern of {self.name!r} matches the empty string: {self.pattern!r}", pattern=self.pattern)
        object.__setattr__(self, "_compiled", compiled)

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        """The places where the pattern matches, in text order; ExtractorError after too long a time."""
        text, offsets = document.text, None
        if self.folded:
            from arabnews.text.characters import fold_with_offsets

            text, offsets = fold_with_offsets(text)
        try:
            for match in self._compiled.finditer(text, timeout=self.timeout):
                if match.end() > match.start():
                    yield self._annotation(document.text, match, offsets)
        except TimeoutError:
            raise ExtractorError(
                f"extractor {self.name!r}: pattern {self.pattern!r} took longer than {self.timeout} s; "
                "make it linear or raise timeout=",
                extractor=self.name,
                article_id=document.article.id,
            ) from None

    def _annotation(self, text: str, match: Any, offsets: list[int] | None) -> PatternMatch:
        def raw(start: int, end: int) -> Span:
            return Span(start, end) if offsets is None else Span(offsets[start], offsets[end - 1] + 1)

        groups = {}
        for name in match.re.groupindex:
            with contextlib.suppress(IndexError):
                if match.end(name) > match.start(name) >= 0:
                    groups[name] = raw(*match.span(name)).of(text)
        span = raw(*match.span())
        return PatternMatch(span, span.of(text), rule=self.name, groups=groups)
