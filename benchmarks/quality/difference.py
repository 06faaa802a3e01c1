"""Findings gained, lost and changed between two commits over a news file, as a table.

    python benchmarks/quality/difference.py OLD [NEW] --news FILE.jsonl [--articles 500] [--show 20] [--layer numbers]

NEW is the working tree unless named. Each side is read in a process of its own; a commit is checked out into a worktree that is
removed afterwards. A finding is known by article, layer and span; it has changed if anything else about it has.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("claims", "quotes", "numbers", "dates", "mentions")
READ = """
import json, sys, arabnews
for line in sys.stdin:
    text, published = json.loads(line)
    plain = arabnews.analyze(arabnews.Article(text, published=published)).to_dict()
    names = {entity["id"]: entity["name"] for entity in plain["entities"]}
    for claim in plain["layers"]["claims"]:
        claim["source"] = names.get(claim.get("source"))
    print(json.dumps(plain["layers"]))
"""
Findings = dict[tuple[int, str, int, int], dict[str, object]]


@contextmanager
def source_of(commit: str | None) -> Iterator[Path]:
    """The `src` folder of a commit, or of the working tree."""
    if commit is None:
        yield ROOT / "src"
        return
    with tempfile.TemporaryDirectory() as folder:
        tree = str(Path(folder) / "tree")
        subprocess.run(["git", "worktree", "add", "--detach", "--quiet", tree, commit], cwd=ROOT, check=True)
        try:
            yield Path(tree) / "src"
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)


def findings(commit: str | None, articles: str) -> Findings:
    """Every finding of one side, by article, layer and span."""
    with source_of(commit) as source:
        environment = {**os.environ, "PYTHONPATH": str(source)}
        done = subprocess.run(
            [sys.executable, "-c", READ], input=articles, stdout=subprocess.PIPE, text=True, env=environment, check=True
        )
    found: Findings = {}
    for number, line in enumerate(done.stdout.splitlines()):
        for layer, items in json.loads(line).items():
            for item in items:
                start, end = item["span"]
                found[number, layer, start, end] = {name: value for name, value in item.items() if name != "rule"}
    return found


def sample(news: Path, limit: int) -> str:
    """Articles from all over the file, each once, as JSON lines of text and day."""
    with news.open(encoding="utf-8") as lines:
        records = {record["text"]: record.get("published") for record in map(json.loads, lines)}
    chosen = list(records.items())[:: max(1, len(records) // limit)][:limit]
    return "".join(json.dumps(pair) + "\n" for pair in chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new", nargs="?")
    parser.add_argument("--news", type=Path, default=ROOT.parent / "shared" / "news" / "unlabelled.jsonl")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--show", type=int, default=10, help="examples of each kind")
    parser.add_argument("--layer", choices=LAYERS)
    options = parser.parse_args()
    if not options.news.is_file():
        sys.exit(f"skipped: no news file at {options.news}; name one with --news")
    articles = sample(options.news, options.articles)
    old, new = findings(options.old, articles), findings(options.new, articles)
    kinds = {
        "lost": [key for key in old if key not in new],
        "gained": [key for key in new if key not in old],
        "changed": [key for key in new if key in old and old[key] != new[key]],
    }
    counts = {kind: Counter(layer for _, layer, _, _ in keys) for kind, keys in kinds.items()}
    before = Counter(layer for _, layer, _, _ in old)
    print("| layer | before | gained | lost | changed |\n|---|--:|--:|--:|--:|")
    for layer in LAYERS:
        print(f"| {layer} | {before[layer]} | {counts['gained'][layer]} | {counts['lost'][layer]} | {counts['changed'][layer]} |")
    for kind, keys in kinds.items():
        shown = [key for key in keys if options.layer in (None, key[1])]
        for key in shown[:: max(1, len(shown) // max(options.show, 1))][: options.show]:
            print(f"\n{kind} in article {key[0]}, {key[1]}: {(new if key in new else old)[key]['text']}")
            if kind == "changed":
                print(
                    "  "
                    + "; ".join(
                        f"{n}: {old[key].get(n)} -> {new[key].get(n)}"
                        for n in {**old[key], **new[key]}
                        if old[key].get(n) != new[key].get(n)
                    )
                )


if __name__ == "__main__":
    main()
