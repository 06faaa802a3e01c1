"""Streams over several processes: the same answers in the same order, and nothing lost when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import arabnews
from arabnews import Annotation, Article, Document, Pipeline, extractor
from arabnews.parallel import BATCH, DIED, in_order

TEXT = "قالت وزارة الصحة أمس إن 12 شخصا أصيبوا."


def work(number: int) -> int:
    if number == 70:
        os._exit(3)
    return number * 2


def test_a_worker_that_dies_costs_one_item() -> None:
    results = list(in_order(work, range(200), workers=2))
    assert [item for item, _ in results] == list(range(200))
    assert [item for item, result in results if result is DIED] == [70]
    assert all(result == 2 * item for item, result in results if result is not DIED)


def test_items_are_read_only_as_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(10**9):
            taken.append(number)
            yield number + 100

    stream = in_order(work, items(), workers=1)
    assert next(stream) == (100, 200)
    assert len(taken) <= 3 * BATCH
    stream.close()  # type: ignore[attr-defined]


@extractor(layer="deaths")
def fragile(document: Document, layers: Any) -> Iterator[Annotation]:
    if "مميت" in document.text:
        os._exit(9)
    if "خطأ" in document.text:
        raise ValueError("no")
    yield document.annotation(Annotation, 0, 1, rule="fragile")


def test_two_workers_answer_as_one() -> None:
    articles = [Article(f"{TEXT} وصل {number} جنود.", published="2021-12-10", id=str(number)) for number in range(90)]
    one, two = (list(Pipeline().analyze_all(articles, workers=workers)) for workers in (1, 2))
    assert one == two


def test_deaths_and_faults_are_told_with_their_article() -> None:
    pipeline = Pipeline(["numbers", "dates", fragile])
    articles = [Article(text, id=str(number)) for number, text in enumerate(["نص", "نص مميت", "خطأ", "نص"])]
    found = list(pipeline.analyze_all(articles, workers=2, on_error="record"))
    assert [each.article.id for each in found] == ["0", "1", "2", "3"]
    assert [each.error is None for each in found] == [True, False, False, True]
    assert "died" in str(found[1].error)
    assert "'1'" in str(found[1].error)
    assert "fragile" in str(found[2].error)
    with pytest.raises(arabnews.ExtractorError, match="died"):
        list(pipeline.analyze_all(articles, workers=2))


ENDLESS = f"""
import os, signal, arabnews
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are started with it ignored
def endless():
    while True:
        yield {TEXT!r}
if __name__ == "__main__":
    for number, analysis in enumerate(arabnews.Pipeline().analyze_all(endless(), workers=2)):
        if number == 0:
            print(os.getpid(), flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_an_interrupt_ends_the_workers_too(tmp_path: Path) -> None:
    program = tmp_path / "endless.py"
    program.write_text(ENDLESS, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stdout is not None
        assert int(run.stdout.readline()) == run.pid
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        _, errors = run.communicate(timeout=60)  # returns when nobody holds the pipes any more: the workers have ended
    assert run.returncode in (-signal.SIGINT, 130)
    assert errors.count("KeyboardInterrupt") == errors.count("Traceback") == 1


@pytest.mark.parametrize("arguments", [{"workers": 0}, {"workers": 1.5}, {"workers": True}, {"on_error": "ignore"}])
def test_bad_arguments_are_refused_at_once(arguments: dict[str, Any]) -> None:
    with pytest.raises(arabnews.PipelineError):
        Pipeline().analyze_all([], **arguments)


def test_an_extractor_that_cannot_travel_is_told() -> None:
    @extractor(layer="locals")
    def local(document: Document, layers: Any) -> Iterator[Annotation]:
        yield from ()

    with pytest.raises(arabnews.PipelineError, match="workers=1"):
        list(Pipeline([local]).analyze_all(["نص"], workers=2))
