"""Work on several processes: in order, lazily, in bounded memory; a worker that dies costs one item and names it.

Items go to the workers in batches of about equal length, since one message a batch is what makes a process worth its price; at
most three batches a worker are under way. Workers are spawned, never forked, so that threads and locks of the calling program do
no harm.
"""

from __future__ import annotations

import atexit
import gc
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, lru_cache
from multiprocessing import get_context
from typing import Any

from arabnews.errors import PipelineError
from arabnews.transit import pack, unpack

BATCH = 64
"""The most items in a batch."""
_CHARACTERS = 50_000
"""Where a batch of texts is full: a tenth of a second's reading, so that no worker waits long for another at the end."""
_UNDER_WAY = 3
"""Batches a worker that are read ahead: one that it works at, and two that are done or wait."""
_SELDOM = 50_000
"""Objects that a worker makes before it looks for garbage: the results of a batch stay until they are sent, then all go."""
DIED = object()
"""The result of an item whose worker died."""

Work = Callable[[Any], Any]
Batch = tuple[Any, ...]


def in_order(work: Work, items: Iterable[Any], workers: int) -> Iterator[tuple[Any, Any]]:
    """Pairs of item and result, in the order of the items.

    Args:
        work: a function that pickles.
        items: read only as far as they are needed.
        workers: processes to use.

    Raises:
        PipelineError: if `work` does not pickle, or cannot be read by a worker.
    """
    blob = _pickled(work)
    pool, waiting = _pool(workers), deque[tuple[Batch, Future[bytes]]]()
    try:
        for batch in _batched(items):
            waiting.append((batch, pool.submit(_run, blob, batch)))
            if len(waiting) < _UNDER_WAY * workers:
                continue
            pool, done = _first(pool, waiting, blob, workers)
            yield from done
        while waiting:
            pool, done = _first(pool, waiting, blob, workers)
            yield from done
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batched(items: Iterable[Any]) -> Iterator[Batch]:
    batch, size = list[Any](), 0
    for item in items:
        batch.append(item)
        text = getattr(item, "text", item)
        size += len(text) if isinstance(text, str) else 0
        if len(batch) == BATCH or size >= _CHARACTERS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _first(
    pool: ProcessPoolExecutor, waiting: deque[tuple[Batch, Future[bytes]]], blob: bytes, workers: int
) -> tuple[ProcessPoolExecutor, list[tuple[Any, Any]]]:
    batch, future = waiting.popleft()
    try:
        return pool, list(zip(batch, _opened(future.result()), strict=True))
    except BrokenProcessPool:
        pool.shutdown(wait=True, cancel_futures=True)
    done = list(zip(batch, _salvaged(blob, batch), strict=True))
    pool = _pool(workers)
    again = [(batch, pool.submit(_run, blob, batch)) for batch, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return pool, done


def _salvaged(blob: bytes, batch: Batch) -> list[Any]:
    """The results of a batch that a worker died of: by halves, each in a process of its own, down to the item that kills."""
    if len(batch) == 1:
        halves = [batch]
    else:
        middle = len(batch) // 2
        halves = [batch[:middle], batch[middle:]]
    results: list[Any] = []
    for half in halves:
        with _pool(1) as pool:
            try:
                results += _opened(pool.submit(_run, blob, half).result())
            except BrokenProcessPool:
                results += [DIED] if len(half) == 1 else _salvaged(blob, half)
    return results


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C and ends the workers
    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)  # else Python takes a second at the end to look through what dies with the process anyway


def _run(blob: bytes, batch: Batch) -> bytes:
    work = _loaded(blob)
    results = [work(item) for item in batch]
    _settle()
    return pack(results)


def _opened(packed: bytes) -> list[Any]:
    """Results as they were; opened only when their turn has come, so that what waits takes little room."""
    collecting = gc.isenabled()
    gc.disable()  # some thousand objects that stay for now: looking through them again and again doubles the time
    try:
        return unpack(packed)
    finally:
        if collecting:
            gc.enable()


@cache
def _settle() -> None:
    """Once, after the first batch: what it has loaded, the lexicon above all, stays; no need to look for garbage there."""
    gc.freeze()


@lru_cache(maxsize=1)
def _loaded(blob: bytes) -> Work:
    try:
        work: Work = pickle.loads(blob)
    except Exception as error:
        raise PipelineError(_MOVE.format(error=error), extractor=None) from error
    return work


_MOVE = (
    "the pipeline cannot be moved to a worker process ({error}); define extractors and their classes at the top of a module "
    "that workers can import, or use workers=1"
)


def _pickled(work: Work) -> bytes:
    try:
        return pickle.dumps(work)
    except Exception as error:
        raise PipelineError(_MOVE.format(error=error), extractor=None) from error
