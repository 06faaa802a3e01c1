"""How fast the pipeline reads: words, characters and megabytes a second, and as a ratio to `str.split` over the same text.

    python benchmarks/speed/run.py [--news FILE.jsonl] [--rounds 3]

Without a news file a corpus is made by repeating the articles in `examples/articles`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import arabnews
from arabnews.document import Document
from arabnews.lexicon import Lexicon

HERE = Path(__file__).resolve()
NEWS = HERE.parents[3] / "shared" / "news" / "unlabelled.jsonl"
EXAMPLES = HERE.parents[2] / "examples" / "articles"


def corpus(news: Path | None) -> tuple[str, list[str]]:
    """A name and the unique texts."""
    if news and news.is_file():
        rows = (json.loads(line) for line in news.open(encoding="utf-8"))
        return str(news.name), list(dict.fromkeys(row["text"] for row in rows))
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return "examples, repeated", [f"{text}\n{number}" for number in range(500) for text in texts]


def best(job: Callable[[], object], rounds: int) -> float:
    """The least CPU seconds of a few runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    name, texts = corpus(args.news)
    words = sum(len(text.split()) for text in texts)
    characters = sum(map(len, texts))
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{name}: {len(texts)} texts, {words:,} words, {megabytes:.1f} MB; least CPU time of {args.rounds} rounds, one core")
    split = best(lambda: [text.split() for text in texts], args.rounds * 3)
    lexicon, pipeline = Lexicon.default(), arabnews.Pipeline()
    articles = [arabnews.Article(text, published="2020-01-15") for text in texts]
    print(f"{'step':28}{'words/s':>12}{'chars/s':>14}{'MB/s':>8}{'x split':>9}")

    def show(step: str, seconds: float) -> None:
        row = (words / seconds, characters / seconds, megabytes / seconds, seconds / split)
        print(f"{step:28}{row[0]:12,.0f}{row[1]:14,.0f}{row[2]:8.1f}{row[3]:9.1f}")

    def structure() -> None:
        for article in articles:
            document = Document(article, lexicon)
            _ = document.sentences, document.paragraphs

    show("str.split", split)
    show("tokens and lexicon", best(lambda: [Document(article, lexicon) for article in articles], args.rounds))
    show("with sentences and quotes", best(structure, args.rounds))
    show("whole pipeline", best(lambda: [pipeline.analyze(article) for article in articles], args.rounds))
    own: dict[str, float] = {}
    for article in articles:
        document, layers = pipeline.read(article), dict.fromkeys(pipeline.layers, ())
        for item in pipeline.extractors:
            start = time.process_time()
            layers[item.layer] = tuple(item.extract(document, layers))
            own[item.name] = own.get(item.name, 0) + time.process_time() - start
    for extractor, seconds in own.items():
        show(f"  {extractor} alone", max(seconds, 1e-9))


if __name__ == "__main__":
    main()
