"""`Pipeline`: orders extractors by what they require, runs them, resolves entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from typing import Any, Final, Literal

from arabnews.analysis import Analysis, Findings
from arabnews.document import Document
from arabnews.entities import link, resolve
from arabnews.errors import ArabnewsError, ArticleError, ExtractorError, PipelineError
from arabnews.extractors.base import Extractor, Layers
from arabnews.lexicon import Lexicon
from arabnews.model import Annotation, Article, Entity
from arabnews.spans import sort_by_span

Resolve = Callable[[Document, Layers], tuple[Entity, ...]]

BUILT_IN: Final = {
    "mentions": "arabnews.extractors.mentions:MentionExtractor",
    "dates": "arabnews.extractors.dates:DateExtractor",
    "numbers": "arabnews.extractors.numbers:NumberExtractor",
    "quotes": "arabnews.extractors.quotes:QuoteExtractor",
    "claims": "arabnews.extractors.claims:ClaimExtractor",
}
"""The package's own extractors by name, in the order they are given to a default pipeline: where each is imported from, as entry
points have it, when the first pipeline is made."""

ENTRY_POINTS: Final = "arabnews.extractors"


def load(name: str) -> Extractor:
    """An extractor by name: one of the package's own, or a plug-in's (entry point group `arabnews.extractors`).

    Raises:
        PipelineError: if there is none of that name; tells the names that exist.
    """
    if name in BUILT_IN:
        module, _, kind = BUILT_IN[name].partition(":")
        built_in: Extractor = getattr(import_module(module), kind)()
        return built_in
    from importlib.metadata import entry_points

    found = entry_points(group=ENTRY_POINTS)
    if name not in found.names:
        known = ", ".join([*BUILT_IN, *sorted(found.names)])
        raise PipelineError(f"no extractor is called {name!r}; known are: {known}", extractor=name)
    plugin = found[name].load()
    made: Any = plugin() if isinstance(plugin, type) else plugin
    return _checked(made)


def _checked(item: Any) -> Extractor:
    if isinstance(item, type):
        raise PipelineError(f"{item.__name__} is a class; give an object: {item.__name__}()", extractor=item.__name__)
    missing = [name for name in ("name", "layer", "requires", "extract") if not hasattr(item, name)]
    if missing:
        mend = "make one of a function with @arabnews.extractor(layer=...)" if callable(item) else "see arabnews.Extractor"
        raise PipelineError(
            f"{item!r} is no extractor: it lacks {', '.join(missing)}; {mend}", extractor=getattr(item, "name", repr(item))
        )
    if not isinstance(item.layer, str) or not item.layer.isidentifier() or item.layer == "entities":
        raise PipelineError(
            f"extractor {item.name!r}: its layer must be a name such as 'shouts', and not 'entities', which every analysis has; "
            f"got {item.layer!r}",
            extractor=item.name,
            layer=item.layer,
        )
    if isinstance(item.requires, str):
        raise PipelineError(
            f"extractor {item.name!r}: requires must be a tuple of layer names, got {item.requires!r}", extractor=item.name
        )
    extractor: Extractor = item
    return extractor


def ordered(extractors: Sequence[Extractor]) -> tuple[Extractor, ...]:
    """Extractors after all those whose layers they require; ties keep the given order.

    Raises:
        PipelineError: for a layer that nobody makes, a circle, or two extractors of one name; names both sides.
    """
    names = [item.name for item in extractors]
    for name in names:
        if names.count(name) > 1:
            raise PipelineError(
                f"two extractors are called {name!r}; use replacing({name!r}, ...) or another name", extractor=name
            )
    layers = {item.layer for item in extractors}
    for item in extractors:
        for layer in item.requires:
            if layer not in layers:
                mend = f"add {layer!r} or leave {item.name!r} out" if layer in BUILT_IN else "add an extractor that makes it"
                raise PipelineError(
                    f"extractor {item.name!r} requires layer {layer!r}, which none of {', '.join(names)} makes; {mend}",
                    extractor=item.name,
                    layer=layer,
                )
    waiting, done = list(extractors), list[Extractor]()
    while waiting:
        pending = {item.layer for item in waiting}
        ready = next((item for item in waiting if not (set(item.requires) - {item.layer}) & pending), None)
        if ready is None:
            circle = "; ".join(f"{item.name!r} requires {', '.join(item.requires)}" for item in waiting)
            raise PipelineError(f"extractors require each other in a circle: {circle}", extractor=waiting[0].name)
        waiting.remove(ready)
        done.append(ready)
    return tuple(done)


class Pipeline:
    """An immutable sequence of extractors with a lexicon and a way to resolve entities.

    Args:
        extractors: extractor objects or names; the package's own by default.
        lexicon: the lexicon; `Lexicon.default()` by default.
        resolve: `(document, layers) -> entities`, or None for the package's own.

    Raises:
        PipelineError: if the extractors cannot be put in order, or an argument is of the wrong kind.

    Example:
        >>> Pipeline().without("claims").analyze("قالت الوزارة إن 12 شخصا وصلوا.").claims
        ()
    """

    def __init__(
        self,
        extractors: Iterable[Extractor | str] | None = None,
        lexicon: Lexicon | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        given = BUILT_IN if extractors is None else extractors
        if isinstance(given, str):
            raise PipelineError(f"extractors must be a sequence, got the string {given!r}; write [{given!r}]", extractor=given)
        self._extractors = ordered([load(item) if isinstance(item, str) else _checked(item) for item in given])
        if lexicon is not None and not isinstance(lexicon, Lexicon):
            raise PipelineError(
                f"lexicon must be a Lexicon, got {lexicon!r}; see Lexicon.default().adding_file(path)",
                extractor=None,
            )
        if resolve is not None and not callable(resolve):
            raise PipelineError(f"resolve must be a function (document, layers) -> entities, got {resolve!r}", extractor=None)
        self._lexicon = lexicon
        self._resolve = resolve
        self._no_findings: dict[str, tuple[Any, ...]] = {item.layer: () for item in self._extractors}

    @property
    def extractors(self) -> tuple[Extractor, ...]:
        """The extractors, in the order in which they run."""
        return self._extractors

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon."""
        return self._lexicon or Lexicon.default()

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that an analysis has, in the order in which they are made."""
        return tuple(self._no_findings)

    def adding(self, extractor: Extractor | str) -> Pipeline:
        """A new pipeline with one extractor more."""
        return Pipeline([*self._extractors, extractor], self._lexicon, self._resolve)

    def without(self, name: str) -> Pipeline:
        """A new pipeline without the named extractor.

        Raises:
            PipelineError: if there is no such extractor, or another one requires its layer.
        """
        self._find(name)
        return Pipeline([item for item in self._extractors if item.name != name], self._lexicon, self._resolve)

    def only(self, *layers: str) -> Pipeline:
        """A new pipeline with just the extractors that make these layers, and those they require.

        Raises:
            PipelineError: if no extractor makes one of the layers, or none is named.

        Example:
            >>> Pipeline().only("numbers")
            <Pipeline dates > numbers>
        """
        if not layers:
            raise PipelineError(
                f"name the layers to keep, e.g. only('claims'); there are: {', '.join(self.layers)}", extractor=None
            )
        wanted, size = set(layers), -1
        for layer in layers:
            if layer not in self.layers:
                raise PipelineError(
                    f"no extractor of this pipeline makes layer {layer!r}; it has: {', '.join(self.layers)}", layer=layer
                )
        while size != len(wanted):
            size = len(wanted)
            wanted |= {layer for item in self._extractors if item.layer in wanted for layer in item.requires}
        return Pipeline([item for item in self._extractors if item.layer in wanted], self._lexicon, self._resolve)

    def replacing(self, name: str, extractor: Extractor | str) -> Pipeline:
        """A new pipeline with another extractor in place of the named one.

        Raises:
            PipelineError: if there is no such extractor.
        """
        self._find(name)
        return Pipeline([extractor if item.name == name else item for item in self._extractors], self._lexicon, self._resolve)

    def _find(self, name: str) -> Extractor:
        for item in self._extractors:
            if item.name == name:
                return item
        known = ", ".join(item.name for item in self._extractors)
        raise PipelineError(f"this pipeline has no extractor {name!r}; it has: {known}", extractor=name)

    def read(self, article: Article | str) -> Document:
        """The article as a `Document`, with this pipeline's lexicon."""
        return Document(_article(article), self.lexicon)

    def analyze(self, article: Article | str) -> Analysis:
        """Read one article.

        Raises:
            ArticleError: if it is neither an `Article` nor a str.
            ExtractorError: if an extractor raises; the package's own never do, whatever the text holds.
        """
        document = self.read(article)
        layers, entities = self._findings(document)
        return Analysis(document.article, layers, entities, lexicon=self._lexicon)

    def _findings(self, document: Document) -> Findings:
        layers = self._no_findings.copy()
        for item in self._extractors:
            layers[item.layer] = tuple(sort_by_span([*layers[item.layer], *_run(item, document, layers)]))
        entities = resolve(document, layers) if self._resolve is None else _resolved(self._resolve, document, layers)
        if "claims" in layers:
            layers["claims"] = link(layers["claims"], entities)
        return Findings(layers, entities)

    def analyze_all(
        self, articles: Iterable[Article | str], *, workers: int = 1, on_error: Literal["raise", "record"] = "raise"
    ) -> Iterator[Analysis]:
        """Read a stream of articles, lazily and in order, in bounded memory.

        Wrap it for a progress bar: `for analysis in tqdm(pipeline.analyze_all(articles), total=len(articles))`.

        Args:
            articles: the articles, or their texts.
            workers: processes to use. They are spawned: with more than one, a script needs `if __name__ == "__main__":`, and
                custom extractors must be importable.
            on_error: `raise`, or `record` an article that fails as an `Analysis` without findings whose `error` tells why.

        Raises:
            PipelineError: if an argument is not one of these, or the pipeline cannot be moved to workers.
            ArticleError, ExtractorError: with `raise`, for the first article that fails; a worker that dies (out of memory,
                killed) is an ExtractorError that names the article.

        Example:
            >>> [len(analysis.numbers) for analysis in Pipeline().analyze_all(["وصل 12 جنديا.", "لا أرقام هنا."])]
            [1, 0]
        """
        if on_error not in ("raise", "record"):
            raise PipelineError(f"on_error must be 'raise' or 'record', got {on_error!r}", extractor=None)
        if isinstance(articles, str | bytes | Article):
            raise PipelineError(
                f"analyze_all takes many articles, got one {type(articles).__name__}; use analyze", extractor=None
            )
        if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
            raise PipelineError(f"workers must be a whole number of at least 1, got {workers!r}", extractor=None)
        return self._stream(articles, workers, on_error)

    def _stream(self, articles: Iterable[Article | str], workers: int, on_error: str) -> Iterator[Analysis]:
        from arabnews.parallel import DIED, in_order  # late: it brings multiprocessing, a tenth of the import time

        attempt = partial(_attempt, self)
        results = ((item, attempt(item)) for item in articles) if workers == 1 else in_order(attempt, articles, workers)
        for item, result in results:
            if result is DIED:
                name = item.id if isinstance(item, Article) else None
                result = ExtractorError(f"a worker process died while reading article {name!r}", extractor=None, article_id=name)
            if not isinstance(result, ArabnewsError):
                layers, entities = result
                yield Analysis(_article(item), layers, entities, lexicon=self._lexicon)
            elif on_error == "raise":
                raise result
            else:
                blank = item if isinstance(item, Article) else Article(item if isinstance(item, str) else "")
                yield Analysis(blank, dict.fromkeys(self.layers, ()), (), error=str(result))

    def __reduce__(self) -> tuple[Any, ...]:
        return Pipeline, (list(self._extractors), self._lexicon, self._resolve)

    def __repr__(self) -> str:
        return f"<Pipeline {' > '.join(item.name for item in self._extractors)}>"


def _attempt(pipeline: Pipeline, article: Article | str) -> Findings | ArabnewsError:
    """What `analyze` finds, without the article, so that it need not travel back from a worker; or why it failed."""
    try:
        return pipeline._findings(pipeline.read(article))
    except ArabnewsError as error:
        return error


@cache
def _is_own(kind: type) -> bool:
    """Whether an extractor is the package's own and cuts what it finds from the text by its tokens: the others' is looked at."""
    return f"{kind.__module__}:{kind.__name__}" in BUILT_IN.values()


def _run(item: Extractor, document: Document, layers: Layers) -> list[Annotation]:
    try:
        given = item.extract(document, layers)
        found = None if given is None else list(given)
    except ExtractorError:
        raise
    except Exception as error:
        raise _broken(item.name, document, f"raised {type(error).__name__}: {error}") from error
    if found is None:
        raise _broken(item.name, document, "gave None; it must yield annotations, or return a list of them")
    if _is_own(type(item)):
        return found
    text = document.text
    for annotation in found:
        if not isinstance(annotation, Annotation):
            raise _broken(item.name, document, f"gave {type(annotation).__name__} instead of an Annotation")
        span = annotation.span
        if text[span.start : span.end] != annotation.text:
            there = f"at {span.start}:{span.end} stands {text[span.start : span.end][:40]!r}"
            raise _broken(item.name, document, f"gave {annotation.text[:40]!r}, but {there}; cut the text with span.of(text)")
    return found


def _resolved(resolve: Resolve, document: Document, layers: Layers) -> tuple[Entity, ...]:
    """What a user's own `resolve` gives."""
    try:
        return tuple(resolve(document, layers))
    except Exception as error:
        raise _broken("resolve", document, f"raised {type(error).__name__}: {error}") from error


def _broken(name: str, document: Document, what: str) -> ExtractorError:
    key = document.article.id
    where = "an article without id" if key is None else f"article {key!r}"
    return ExtractorError(f"extractor {name!r} {what} (in {where})", extractor=name, article_id=key)


def _article(article: Article | str) -> Article:
    if isinstance(article, Article):
        return article
    if isinstance(article, str):
        return Article(article)
    mend = "decode bytes first: raw.decode('utf-8')" if isinstance(article, bytes | bytearray) else "give an Article or a str"
    raise ArticleError(f"cannot read {type(article).__name__} as an article; {mend}", field="text", got=article)


@cache
def default() -> Pipeline:
    """The default pipeline; built once in a process."""
    return Pipeline()


def analyze(article: Article | str, *, published: Any = None) -> Analysis:
    """Read one article with the default pipeline.

    Args:
        article: an `Article`, or its text.
        published: with a text, its day of publication (see `Article`).

    Raises:
        ArticleError: if the article cannot be read, or `published` is given twice.

    Example:
        >>> analysis = analyze("أعلنت الوزارة أمس وصول 300 سائح.", published="2021-12-10")
        >>> analysis.article.published.year
        2021
    """
    if published is not None:
        if isinstance(article, Article):
            raise ArticleError("published is the Article's own; give it to Article(...)", field="published", got=published)
        article = Article(_article(article).text, published=published)
    return default().analyze(article)
