"""`check_extractor`: whether an extractor keeps the rules that a pipeline and its users count on.

After scikit-learn's `check_estimator`: one call in a plug-in's tests, and a message for each rule that is broken.
"""

from __future__ import annotations

import contextlib
import io
import json
import pickle
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from arabnews.analysis import Analysis
from arabnews.document import Document
from arabnews.errors import ArabnewsError, ExtractorError
from arabnews.extractors.base import Extractor
from arabnews.model import Article
from arabnews.pipeline import Pipeline, default, load

NEWS: Final = (
    "قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة» في بنغازي.",
    "وأكدت منظمة الصحة العالمية وصول ألفي طبيب وأكثر من 12,5 مليون دولار منذ يوليو الماضي.",
    'وأضاف: "لن نقبل وعودا جديدة"، مشيرا إلى أن ثلاثة أرباع العمال رحلوا قبل عامين.\nوبحسب مصدر أمني، أصيب خمسة عمال.',
)
"""Ordinary sentences."""

ODD: Final = (
    "",
    " \n\t\u200f",
    "«",
    "»»« ) ( [ ] ”“ \"'",
    "قال «إن",
    "\ud800 قال \udfff إن",
    "قال\x00 إن \x1b[0m",
    "\u0640\u064b\u064b\u0651\u200d\ufeff",
    "Ø§Ù„Ù‚Ø§Ù‡Ø±Ø© 12",
    "The minister said on 3 May 2021 that 40 ships came.",
    "他说有四十艘船 7 🙂 прибыло",
    "9" * 400,
    "قال " * 50,
)
"""Odd texts: no exception may come of them, and nothing can be found in the first two."""

HOSTILE: Final = ("«", '"', "7", "قال إن ", "قال «", "محمد ", "ألف و", "يوم الاثنين ", "فلان: ", "من 5 إلى ", "\u064e", "([{")
"""Pieces whose long runs turn careless searches quadratic."""

_SMALL: Final = 1_000
_LARGE: Final = 8_000
_WORK_RATIO: Final = 12
"""Eight times the text may cost twelve times the work: what is linear costs eight, what is quadratic sixty-four."""
_WORK_FLOOR: Final = 20_000
_TIME_FACTOR: Final = 3
_TIME_FLOOR: Final = 0.1


def check_extractor(
    extractor: Extractor | str, examples: Iterable[str | Article] = (), *, pipeline: Pipeline | None = None
) -> None:
    """Check that an extractor keeps the rules; returns nothing if it does.

    The rules: it has a name, a layer and what it requires, and a pipeline can be built with it; every annotation is tied to its
    exact characters and signs its rule; the same text gives the same findings, whatever was read before; the extractor and
    its findings pickle, export and display; odd text raises nothing, prints nothing and warns of nothing; work grows with the
    text and no faster (counted in bytecode instructions; what runs in C is timed against a generous limit).

    Args:
        extractor: the extractor, or the name of an installed plug-in.
        examples: texts or articles in which it finds something; without them little can be said of its findings.
        pipeline: the pipeline that makes the layers it requires; the default one if None. An extractor of the same name in it
            is replaced.

    Raises:
        ExtractorError: with every fault that was found, a line each; `faults` has them as a tuple.

    Example:
        >>> import arabnews
        >>> @arabnews.extractor(layer="shouts", requires=("quotes",))
        ... def shouts(document, layers):
        ...     for quote in layers["quotes"]:
        ...         yield arabnews.Annotation(quote.span, quote.text + "!", rule="shouts")
        >>> try:
        ...     check_extractor(shouts, ["صاح «النجدة»."])
        ... except arabnews.ExtractorError as error:
        ...     print(error.faults[0])
        example 1: SpanError: the annotation's text 'النجدة!' has 7 code points, its span 6
    """
    faults = extractor_faults(extractor, examples, pipeline=pipeline)
    if faults:
        name = extractor if isinstance(extractor, str) else getattr(extractor, "name", repr(extractor))
        listed = "\n".join(f"  - {fault}" for fault in faults)
        raise ExtractorError(
            f"extractor {name!r} breaks {len(faults)} rule(s):\n{listed}", extractor=name, article_id=None, faults=tuple(faults)
        )


def extractor_faults(
    extractor: Extractor | str, examples: Iterable[str | Article] = (), *, pipeline: Pipeline | None = None
) -> list[str]:
    """What `check_extractor` would complain of, as a list of messages; empty if all is well."""
    given = [example if isinstance(example, Article) else Article(example) for example in examples]
    try:
        bench = _Bench(extractor, pipeline or default())
    except ArabnewsError as error:
        return [str(error)]
    news = [*given, *map(Article, NEWS)]
    faults = list(_finding(bench, given, news))
    faults += _silence(bench)
    if faults:
        return faults  # what raises or prints can neither be compared nor measured
    return [*_same_answers(bench, news), *_pickling(bench, news), *_outlets(bench, news), *_growth(bench, given)]


class _Bench:
    """The extractor on a workbench: behind just those extractors whose layers it reads."""

    def __init__(self, extractor: Extractor | str, pipeline: Pipeline) -> None:
        made = load(extractor) if isinstance(extractor, str) else extractor
        name = getattr(made, "name", None)
        present = any(item.name == name for item in pipeline.extractors)
        whole = pipeline.replacing(str(name), made) if present else pipeline.adding(made)
        self.extractor: Extractor = made
        self.pipeline = whole.only(made.layer)
        names = [item.name for item in self.pipeline.extractors]
        self.before = Pipeline(self.pipeline.extractors[: names.index(made.name)], pipeline.lexicon)

    def prepared(self, article: Article) -> tuple[Document, dict[str, tuple[Any, ...]]]:
        """What `extract` is given for an article."""
        document = self.pipeline.read(article)
        layers = dict.fromkeys(self.pipeline.layers, ())
        return document, {**layers, **self.before.analyze(article).layers}

    def found(self, article: Article, extractor: Extractor | None = None) -> list[Any]:
        """What the extractor finds in an article."""
        return list((extractor or self.extractor).extract(*self.prepared(article)))


def _finding(bench: _Bench, given: Sequence[Article], news: Sequence[Article]) -> Iterator[str]:
    """Annotations that are exact, signed, and there."""
    some = False
    for number, article in enumerate(news, 1):
        where = f"example {number}" if number <= len(given) else f"in {article.text[:40]!r}"
        try:
            bench.pipeline.analyze(article)
            found = bench.found(article)
        except ArabnewsError as error:
            cause = error.__cause__
            yield f"{where}: {type(cause).__name__}: {cause}" if cause else f"{where}: {error}"
            continue
        some = some or (bool(found) and number <= len(given))
        for item in found:
            if not item.rule:
                yield f"{where}: {item.text[:40]!r} has no rule; give rule= the name of what found it"
            if not item.text:
                yield f"{where}: an annotation without any text at {item.span}"
    if given and not some:
        yield f"finds nothing in the {len(given)} example(s), so its findings cannot be checked"


def _silence(bench: _Bench) -> Iterator[str]:
    """Nothing raised, printed or warned of, whatever the text; nothing found in nothing."""
    for text in ODD:
        out, err = io.StringIO(), io.StringIO()
        with warnings.catch_warnings(record=True) as told, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            warnings.simplefilter("always")
            try:
                found = bench.pipeline.analyze(text)[bench.extractor.layer]
            except ArabnewsError as error:
                yield f"odd text {text[:20]!r}: {error}"
                continue
        if out.getvalue() or err.getvalue():
            yield f"odd text {text[:20]!r}: prints {(out.getvalue() or err.getvalue())[:60]!r}; a library keeps silent"
        if told:
            yield f"odd text {text[:20]!r}: warns of {told[0].message}"
        if found and not text.strip(" \n\t\u200f"):
            yield f"finds {found[0].text!r} in an empty text"


def _same_answers(bench: _Bench, news: Sequence[Article]) -> Iterator[str]:
    """The same text, the same findings: again, in another order, and with what it was given left alone."""
    first = [bench.found(article) for article in news]
    again = [bench.found(article) for article in reversed(news)][::-1]
    for article, one, other in zip(news, first, again, strict=True):
        if one != other:
            yield f"gives {len(one)} finding(s), then other ones ({len(other)}), for the same text {article.text[:40]!r}"
            return
    for article in news:
        document, layers = bench.prepared(article)
        kept, words = dict(layers), list(document.words)
        list(bench.extractor.extract(document, layers))
        if layers != kept or document.words != words:
            yield "changes the layers or the document that it is given; yield annotations instead"
            return


def _pickling(bench: _Bench, news: Sequence[Article]) -> Iterator[str]:
    """The extractor and its findings move to other processes."""
    try:
        twin = pickle.loads(pickle.dumps(bench.extractor))
    except Exception as error:
        yield f"does not pickle, so that it cannot run with workers: {error}"
        return
    for article in news:
        found = bench.found(article)
        if bench.found(article, twin) != found:
            yield f"finds something else in {article.text[:40]!r} once pickled and back"
            return
        try:
            same = pickle.loads(pickle.dumps(found)) == found
        except Exception as error:
            yield f"has findings that do not pickle: {error}"
            return
        if not same:
            yield "has findings that are not equal to themselves once pickled and back; make their class an attrs class"
            return


def _outlets(bench: _Bench, news: Sequence[Article]) -> Iterator[str]:
    """Every layer shows up in the exports and the displays."""
    outlets: dict[str, Callable[[Analysis], object]] = {
        "to_dict": lambda analysis: json.dumps(analysis.to_dict()),
        "to_records": lambda analysis: analysis.to_records(bench.extractor.layer),
        "to_html": Analysis.to_html,
        "to_text": Analysis.to_text,
    }
    for article in news:
        analysis = bench.pipeline.analyze(article)
        for name, write in outlets.items():
            try:
                write(analysis)
            except Exception as error:
                yield f"has findings that {name} cannot write: {type(error).__name__}: {error}"
                return


def _growth(bench: _Bench, given: Sequence[Article]) -> Iterator[str]:
    """Work that grows with the text and no faster."""
    for unit in [*(f"{article.text} " for article in given if article.text.strip()), *HOSTILE]:
        small, large = (_repeated(unit, size) for size in (_SMALL, _LARGE))
        sizes = f"{len(small.text)} and {len(large.text)} characters of {unit[:20]!r}"
        _work(bench, small)  # from Python 3.12 on, a function's instructions are only seen after its first traced call
        few, many = (_work(bench, text) for text in (small, large))
        if many > _WORK_RATIO * few + _WORK_FLOOR:
            yield f"work grows faster than the text: {few} and {many} instructions for {sizes}; bound how far it looks"
            return
        short, long = (_seconds(bench, text) for text in (small, large))
        if long > _TIME_FLOOR and long > _TIME_FACTOR * (len(large.text) / len(small.text)) * short:
            yield f"time grows faster than the text: {short:.3f} and {long:.3f} s for {sizes}; look at its patterns"
            return


def _repeated(unit: str, size: int) -> Article:
    return Article(unit * max(size // len(unit), 1 if size == _SMALL else _LARGE // _SMALL))


def _work(bench: _Bench, article: Article) -> int:
    """Bytecode instructions that the extractor runs for an article; those that make it ready are not counted."""
    document, layers = bench.prepared(article)
    count = 0

    def counted(frame: Any, event: str, argument: Any) -> Any:
        nonlocal count
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        else:
            count += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        list(bench.extractor.extract(document, layers))
    finally:
        sys.settrace(before)
    return count


def _seconds(bench: _Bench, article: Article) -> float:
    """The processor time that the extractor takes for an article, the better of two."""
    times = []
    for _ in range(2):
        document, layers = bench.prepared(article)
        begin = time.process_time()
        list(bench.extractor.extract(document, layers))
        times.append(time.process_time() - begin)
    return min(times)
