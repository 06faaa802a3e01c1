"""Cost per character of texts made to be slow, as a multiple of the cost of news, at three lengths.

    python benchmarks/speed/hostile.py [--news FILE.jsonl] [--sizes 10000 100000 1000000] [NAME ...]

Linear time shows as a row that does not rise from left to right. Times are CPU seconds of one process.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import arabnews
from corpus import NEWS, corpus

TEXTS = {
    "opening marks": "«",
    "straight marks": '"',
    "digits": "7",
    "and": "و",
    "cues": "قال ",
    "cues and openers": "قال إن ",
    "spaces": " ",
    "tatweel": "\u0640",
    "vowel signs": "\u064e",
    "nested marks": "«“'",
    "marks and letters": "«ا",
    "quoted letters": "«ا» ",
    "numbers and ands": "ألف و",
    "days": "يوم الاثنين ",
    "months": "يوليو/",
    "names": "محمد ",
    "brackets": "([{",
    "colons": "فلان: ",
    "organisations": "وزارة ",
    "participles": "مضيفا أن ",
    "percents": "5% ",
    "ranges": "من 5 إلى ",
    "attributions": "وبحسب مصدر أمني، ",
    "attributions with a clause": "وبحسب مصدر أمني أن ",
    "acts": "وأعلن الوزير وصول ",
    "media": "هاتف إن وأعلنت بيان ",
    "days of cues": "قال الوزير عام 2020 إن ",
    "topics": "أما الأمر فقال إن ",
    "speech behind a colon": "وفي يوم من الأيام قال فلان: نعم. ",
}
"""A name and what is repeated."""


def seconds(texts: list[str]) -> float:
    """CPU time of one run over the texts, per character."""
    start = time.process_time()
    for text in texts:
        arabnews.analyze(text)
    return (time.process_time() - start) / sum(map(len, texts))


def times_news(text: str, news: list[str]) -> float:
    """What a character of the text costs, as a multiple of one of news: the least of two runs each, taking turns."""
    runs = [(seconds(news), seconds([text])) for _ in range(2)]
    beside, cost = map(min, zip(*runs, strict=True))
    return cost / beside


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="one JSON object a line, with `text`")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="characters")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all by default: {', '.join(TEXTS)}")
    args = parser.parse_args()
    news = corpus(args.news)[1][::20]
    seconds(news)  # the next time its words are known, as they are to a stream
    print(f"news: {1e6 * min(seconds(news), seconds(news)):.2f} microseconds a character\n")
    print(f"{'times the cost of news, at characters:':40}" + "".join(f"{size:>12,}" for size in args.sizes))
    for name in args.names or TEXTS:
        unit = TEXTS[name]
        print(f"{name:40}", end="", flush=True)
        for size in args.sizes:
            print(f"{times_news(unit * (size // len(unit)) + '.', news):12.2f}", end="", flush=True)
        print()


if __name__ == "__main__":
    main()
