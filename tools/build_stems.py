"""Build `src/arabnews/data/stems.txt`: stems that news writes in several inflected forms, and so are no names.

    python tools/build_stems.py --words WORDS.tsv

Development only. WORDS.tsv counts word forms over news (word, count). A stem's evidence is the number of its distinct inflected
forms: an article, an ending, a pronoun; relative adjectives (`لندني`) do not count, for places and persons have them too.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from arabnews.lexicon.morphology import is_article, noun_splits, verb_splits
from arabnews.text.characters import key

DATA = Path(__file__).resolve().parents[1] / "src" / "arabnews" / "data"
ARABIC = re.compile(r"[\u0621-\u064A]+")
RELATIVE = frozenset({"ي", "ية", "+ي", "يين", "يون", "يات", "يا"})
LEVELS = (8, 5, 3, 2)
VERB, SHORT_VERB = 6, 10


def keys(path: Path) -> set[str]:
    with path.open(encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = {key(row[0]) for row in rows if len(row) > 1 and row[1].isdecimal()}
    return {word for word in found if ARABIC.fullmatch(word)}


def evidence(words: set[str]) -> tuple[dict[str, int], dict[str, int]]:
    """stem -> number of inflected forms, of nouns and of verbs."""
    nouns, verbs = defaultdict[str, set[tuple[bool, str]]](set), defaultdict[str, set[str]](set)
    for word in words:
        for proclitic, ending, stem in noun_splits(word):
            if (is_article(proclitic) or ending) and ending not in RELATIVE:
                nouns[stem].add((is_article(proclitic), ending))
        for split, stem in verb_splits(word):
            verbs[stem].add(split)
    return {stem: len(forms) for stem, forms in nouns.items()}, {stem: len(forms) for stem, forms in verbs.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, required=True)
    nouns, verbs = evidence(keys(parser.parse_args().words))
    by_level = defaultdict[int, list[str]](list)
    for stem, count in nouns.items():
        level = next((level for level in LEVELS if count >= level), 0)
        if level >= (5 if len(stem) == 3 else 2):
            by_level[level].append(stem)
    kept = sorted(stem for stem, count in verbs.items() if count >= (VERB if len(stem) > 2 else SHORT_VERB))
    lines = [f"{level}:{' '.join(sorted(by_level[level]))}" for level in LEVELS] + [f"verb:{' '.join(kept)}"]
    header = "# Stems of Arabic words, by how many inflected forms vouch for each; made by tools/build_stems.py.\n"
    (DATA / "stems.txt").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    print({level: len(stems) for level, stems in by_level.items()}, "verbs", len(kept))


if __name__ == "__main__":
    main()
