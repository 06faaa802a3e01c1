"""How fast it reads, floor by floor: words and megabytes a second, and as a ratio to `str.split` over the same text.

    python benchmarks/speed/run.py [--news FILE.jsonl] [--rounds 3] [--words 200000] [--peers] [--markdown]

Without a news file it reads made-up news (see corpus.py). Times are CPU seconds of one process, the least of a few rounds. What
is compared takes turns, round after round, so that a machine's slow minutes are everybody's. The memo is cold at first, and
`whole pipeline, first time` shows that. Analyses are dropped as a stream would drop them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import arabnews
from arabnews.document import Document
from arabnews.entities import link, resolve
from arabnews.lexicon import Lexicon
from corpus import NEWS, corpus, russian
from peers import PEERS

Job = Callable[[], object]
ENOUGH = 60_000
"""Words of ours beside a peer that reads another language, slowly: the few that time it would be read in a wink."""


def seconds(job: Job) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def best(job: Job, rounds: int) -> float:
    """The least CPU seconds of a few runs."""
    return min(seconds(job) for _ in range(rounds))


def in_turn(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """The least CPU seconds of each of several jobs, which take turns."""
    return _least([{name: seconds(job) for name, job in jobs.items()} for _ in range(rounds)])


def some(texts: list[str], words: int) -> list[str]:
    """Texts from all over the corpus that have about so many words."""
    total = sum(len(text.split()) for text in texts)
    return texts[:: max(1, total // max(words, 1))]


def words_in(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


class Table:
    """Rows of the report."""

    def __init__(self, texts: list[str], markdown: bool) -> None:
        self.words, self.megabytes = words_in(texts), sum(len(text.encode()) for text in texts) / 1e6
        self.split, self.markdown = 0.0, markdown
        """CPU seconds a word of `str.split`, known when the first row is written."""
        if markdown:
            print("| floor | words/s | MB/s | × `str.split` |\n|---|---:|---:|---:|")
        else:
            print(f"{'floor':44}{'words/s':>12}{'MB/s':>8}{'x split':>9}")

    def row(self, name: str, time: float, words: int | None = None) -> float:
        """A row; `words` if the step read another number of words than the corpus has."""
        count = words or self.words
        speed, ratio = count / max(time, 1e-9), time / count / self.split
        megabytes = speed * self.megabytes / self.words
        if self.markdown:
            print(f"| {name} | {speed:,.0f} | {megabytes:.1f} | {ratio:,.1f} |")
        else:
            print(f"{name:44}{speed:12,.0f}{megabytes:8.1f}{ratio:9,.1f}")
        return speed


def floors(table: Table, texts: list[str], rounds: int) -> None:
    """Every floor of the library."""
    pipeline = arabnews.Pipeline()
    articles = [arabnews.Article(text, published="2020-01-15") for text in texts]

    def whole() -> None:
        for article in articles:
            pipeline.analyze(article)

    first, named = seconds(whole), "**whole pipeline**" if table.markdown else "WHOLE PIPELINE"
    spent = _least([{"str.split": _split(texts), **_steps(pipeline, articles), named: seconds(whole)} for _ in range(rounds)])
    table.split = spent["str.split"] / table.words
    for name, least in spent.items():
        table.row(name, least)
    table.row("whole pipeline, first time", first)
    analyses = [pipeline.analyze(article) for article in articles[:: max(1, len(articles) // 300)]]
    few = words_in([analysis.article.text for analysis in analyses])
    for name, job in exports(analyses).items():
        table.row(f"export of what was found: {name}", best(job, rounds), few)


def _split(texts: list[str]) -> float:
    return best(lambda: [text.split() for text in texts], 3)


def _steps(pipeline: arabnews.Pipeline, articles: list[arabnews.Article]) -> dict[str, float]:
    """CPU seconds of each step of the pipeline, article by article as it runs."""
    lexicon: Lexicon = pipeline.lexicon
    spent: dict[str, float] = {}

    def timed(name: str, start: float) -> None:
        spent[name] = spent.get(name, 0.0) + time.process_time() - start

    for article in articles:
        start = time.process_time()
        document = Document(article, lexicon)
        timed("document: tokens, lexicon, sentences", start)
        layers: dict[str, tuple[object, ...]] = dict.fromkeys(pipeline.layers, ())
        for item in pipeline.extractors:
            start = time.process_time()
            layers[item.layer] = tuple(
                sorted(item.extract(document, layers), key=lambda found: (found.span.start, found.span.end))
            )
            timed(f"extractor: {item.name}", start)
        start = time.process_time()
        link(layers["claims"], resolve(document, layers))  # type: ignore[arg-type]
        timed("entities", start)
    return spent


def _least(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: min(spent[name] for spent in rounds) for name in rounds[0]}


def exports(analyses: list[arabnews.Analysis]) -> dict[str, Job]:
    """Name and job of each export."""
    return {
        "to_dict": lambda: [analysis.to_dict() for analysis in analyses],
        "JSON text": lambda: [json.dumps(analysis.to_dict(), ensure_ascii=False) for analysis in analyses],
        "to_records, four layers": lambda: [
            analysis.to_records(layer) for analysis in analyses for layer in ("claims", "numbers", "dates", "mentions")
        ],
        "to_html": lambda: [analysis.to_html() for analysis in analyses],
    }


def peers(table: Table, texts: list[str], rounds: int) -> None:
    """The peers on the same text, each beside the whole pipeline and those of its layers that do what the peer does."""
    for peer in PEERS:
        read = peer.ready()
        if read is None:
            print(f"{peer.name}: not installed")
            continue
        same = peer.language == "ar"
        sample = some(texts, peer.words if same else ENOUGH)
        theirs = sample if same else russian(peer.words)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            least = in_turn({
                "peer": partial(_all, read, theirs),
                "layers": partial(_all, arabnews.Pipeline(peer.layers).analyze, sample),
                "whole": partial(_all, arabnews.Pipeline().analyze, sample),
            }, rounds + 1)  # what is loaded late is loaded in the first round  # fmt: skip
        speed = table.row(peer.name, least["peer"], words_in(theirs))
        layers = table.row(f"{', '.join(peer.layers)} alone", least["layers"], words_in(sample)) / speed
        whole = table.row("the whole pipeline on the same text", least["whole"], words_in(sample)) / speed
        print(f"{'':4}{whole:.1f} times as many words for the whole pipeline, {layers:.1f} times for these layers")


def _all(read: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        read(text)


_START = """
import time; start = time.perf_counter(); import arabnews; done = time.perf_counter(); arabnews.analyze("قال الوزير")
print(1000 * (done - start), 1000 * (time.perf_counter() - done))
"""
_MEMORY = """
import sys, arabnews
text = sys.stdin.buffer.read().decode()
analysis = arabnews.analyze(text)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) / 1024, len(analysis.mentions))
"""
# `ru_maxrss` would not do: a process inherits the peak of the one that started it.


def start_and_memory(texts: list[str]) -> None:
    """Import, readiness, and peak memory of a process that reads one article of a megabyte."""
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": cache, "PYTHONIOENCODING": "utf-8"}
        runs = [_output(_START, b"", env) for _ in range(6)][1:]  # the first one compiles
    print(f"import {min(run[0] for run in runs):.0f} ms, default pipeline ready {min(run[1] for run in runs):.0f} ms later")
    long, size = [], 0
    for text in texts:
        long.append(text)
        size += len(text.encode()) + 1
        if size > 1_000_000:
            break
    megabyte = "\n".join(long).encode()[:1_000_000].decode(errors="ignore")
    if not Path("/proc/self/status").exists():
        print("peak memory: not measured, for want of /proc")
        return
    memory = _output(_MEMORY, megabyte.encode(), dict(os.environ))
    print(f"peak memory for one article of 1 MB: {memory[0]:.0f} MB ({memory[1]:.0f} mentions)")


def _output(program: str, stdin: bytes, env: dict[str, str]) -> list[float]:
    run = subprocess.run([sys.executable, "-c", program], input=stdin, capture_output=True, check=True, env=env)
    return [float(figure) for figure in run.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="one JSON object a line, with `text`")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--words", type=int, default=0, help="read about so many words of the corpus; all by default")
    parser.add_argument("--peers", action="store_true", help="also time the peers that are installed")
    parser.add_argument("--markdown", action="store_true")
    args = parser.parse_args()
    name, texts = corpus(args.news)
    if args.words:
        texts = some(texts, args.words)
    print(f"{name}: {len(texts)} texts, {words_in(texts):,} words; one core, least CPU time of {args.rounds} rounds\n")
    table = Table(texts, args.markdown)
    floors(table, texts, args.rounds)
    if args.peers:
        peers(table, texts, args.rounds)
    print()
    start_and_memory(texts)


if __name__ == "__main__":
    main()
