"""Findings on their way between processes: what arrives is what was sent, and one object stays one object."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import field, frozen

from arabnews import Annotation, Article, Pipeline, PipelineError, Span
from arabnews.analysis import Findings
from arabnews.transit import pack, unpack

TEXT = "قالت وزيرة الصحة سلمى المرسى أمس إن 12 شخصا أصيبوا. وأضافت المرسى: «سنفتح الجسر بعد 3 أيام»."


def found(text: str = TEXT) -> Findings:
    pipeline = Pipeline()
    return pipeline._findings(pipeline.read(Article(text, published="2021-12-10")))


def carried(*results: Any) -> list[Any]:
    return unpack(pack(results))


def test_findings_arrive_as_they_were() -> None:
    sent = [found(), found("لا شيء هنا"), found(TEXT + " " + TEXT)]
    assert any(result.layers["claims"] for result in sent)
    assert carried(*sent) == sent
    assert [list(result.layers) for result in carried(*sent)] == [list(result.layers) for result in sent]


def test_one_object_stays_one_object() -> None:
    (again,) = carried(found())
    known = {id(mention) for mention in again.layers["mentions"]}
    assert all(id(mention) in known for entity in again.entities for mention in entity.mentions)
    claim = again.layers["claims"][0]
    assert claim.source is again.entities[0]
    assert claim.numbers[0] is again.layers["numbers"][0]


def test_what_is_no_finding_travels_among_them() -> None:
    failed = PipelineError("no", extractor="own")
    one, two, three = carried(failed, found(), {"a": 1})
    assert (str(one), one.fields, two, three) == (str(failed), failed.fields, found(), {"a": 1})
    assert carried() == []


@frozen
class Link(Annotation):
    to: Annotation | Span | int | None = field(default=None, kw_only=True)
    many: Any = field(default=(), kw_only=True)


class Open(Annotation):
    """A class that says itself how it is pickled."""

    def __init__(self, span: Span, text: str, note: str) -> None:
        super().__init__(span, text)
        object.__setattr__(self, "note", note)

    def __reduce__(self) -> tuple[Any, ...]:
        return Open, (self.span, self.text, self.note)  # type: ignore[attr-defined]


def test_fields_may_hold_anything() -> None:
    span = Span(0, 2)
    first = Link(span, "لا", to=None)
    links = (
        first,
        Link(span, "لا", to=first, many=(first, span)),
        Link(span, "لا", to=span, many=((first,), (first, span))),
        Link(span, "لا", to=3, many=[first, 1]),
        Link(span, "لا", many=(first, None, 7)),
        Link(span, "لا", many={"day": date(2021, 12, 10)}),
    )
    sent = Findings({"links": links, "open": (Open(span, "لا", "own"), first), "empty": ()}, ())
    (again,) = carried(sent)
    assert again == sent
    assert again.layers["open"][0].note == "own"


class Registered(Link):
    """A class that keeps a list of its subclasses."""

    known: ClassVar[list[str]] = []

    def __init_subclass__(cls, *, name: str) -> None:
        Registered.known.append(name)


class Plain(Link):
    """A class with attributes of its own making, as a class without slots has."""


def test_classes_of_users_arrive_without_being_subclassed() -> None:
    first = Link(Span(0, 2), "لا")
    found = (Registered(Span(0, 2), "لا", to=first), Plain(Span(3, 5), "لا", to=first))
    (again,) = carried(Findings({"own": found}, ()))
    assert again.layers["own"] == found
    assert [type(each) for each in again.layers["own"]] == [Registered, Plain]
    assert Registered.known == []


def test_fields_that_hold_findings_alone_hold_the_same_ones() -> None:
    first, second = Link(Span(0, 2), "لا"), Link(Span(3, 5), "لا")
    links = (first, second, Link(Span(6, 8), "لا", to=second, many=(first, second)), Link(Span(9, 11), "لا", many=None))
    (again,) = carried(Findings({"links": links}, ()))
    one, two, three, four = again.layers["links"]
    assert (three.to, three.many, four.to, four.many) == (two, (one, two), None, None)
    assert three.to is two
    assert three.many[0] is one


def test_pipelines_of_other_layers_in_one_batch() -> None:
    sent = [Findings({"a": (Link(Span(0, 1), "ل"),)}, ()), Findings({}, ()), Findings({"b": ()}, found().entities)]
    assert carried(*sent) == sent
