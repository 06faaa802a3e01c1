"""Write and execute the notebooks in `examples/`; their outputs are stored.

    python tools/build_notebooks.py

Text cells are Markdown, code cells Python; what both notebooks hold is written here, so that a change is one change.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

QUICKSTART = [
    "# Quick start\n\nRead an article, look at it, ask why, take tables.",
    """>from pathlib import Path

import arabnews

text = Path("articles/port.txt").read_text(encoding="utf-8")
article = arabnews.Article(text, published="2021-12-10", outlet="صحيفة المرفأ", title="افتتاح الميناء")
analysis = arabnews.analyze(article)
analysis""",
    "## Who said what",
    """>for claim in analysis.claims:
    print(claim.source and claim.source.name, "|", claim.stance, "|", claim.text)""",
    "A claim shows itself as a card.",
    ">analysis.claims[1]",
    "## Why is it there?",
    ">analysis.explain(analysis.claims[1])",
    "## Tables",
    '>analysis.to_frame("numbers")[["text", "value", "mod", "unit", "dimension"]]',
    '>analysis.to_frame("dates")[["text", "type", "value", "mod"]]',
    "## A layer of your own",
    """>ports = arabnews.PatternExtractor("ports", r"ميناء (?P<name>\\w+)")
[port["name"] for port in arabnews.Pipeline().adding(ports).analyze(article)["ports"]]""",
]

WEEK = [
    "# A week of news\n\nFourteen invented articles, three outlets: who claimed what, and how did the figures change?",
    """>import json
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd

import arabnews

lines = Path("data/week.jsonl").read_text(encoding="utf-8").splitlines()
articles = [arabnews.Article(**json.loads(line)) for line in lines]
analyses = list(arabnews.Pipeline().analyze_all(articles))
len(analyses)""",
    "## Who claimed what",
    """>claims = arabnews.to_frame(analyses, "claims")
claims[["published", "outlet", "source", "stance", "text"]].head(10)""",
    '>pd.crosstab(claims["source"].fillna("-"), claims["stance"])',
    "## How the figures changed",
    """>def deaths(analysis):
    \"\"\"(claim, number) where a count of people stands beside a word for killing.\"\"\"
    text = analysis.article.text
    for claim in analysis.claims:
        for number in claim.numbers:
            beside = text[max(0, number.span.start - 8) : number.span.end + 8]
            if number.concept == "killed" or (number.concept == "person" and "قتل" in beside):
                yield claim, number


tolls = pd.DataFrame(
    {
        "day": analysis.article.published,
        "outlet": analysis.article.outlet,
        "source": claim.source.name if claim.source else None,
        "killed": number.value,
    }
    for analysis in analyses
    for claim, number in deaths(analysis)
)
tolls""",
    "Matplotlib before 3.11 draws letters one by one, from left to right: Arabic labels are shaped and turned for it.",
    """>def shaped(label):
    \"\"\"The label as this Matplotlib wants it: from 3.11 on it joins and turns Arabic itself.\"\"\"
    if tuple(map(int, matplotlib.__version__.split(".")[:2])) >= (3, 11):
        return label
    import arabic_reshaper
    from bidi.algorithm import get_display

    return get_display(arabic_reshaper.reshape(label))


figure, axes = plt.subplots(figsize=(8, 4), layout="constrained")
for source, group in tolls.dropna(subset="source").groupby("source", sort=False):
    axes.plot(group["day"], group["killed"], marker="o", label=shaped(source))
axes.set_title(shaped("عدد القتلى بحسب المصدر"))
axes.legend(loc="upper left")
figure.autofmt_xdate();""",
    "## Money",
    """>numbers = arabnews.to_frame(analyses, "numbers")
numbers[numbers["dimension"] == "money"][["published", "outlet", "text", "value", "unit"]]""",
]


def main() -> None:
    for name, cells in (("quickstart", QUICKSTART), ("week_of_news", WEEK)):
        made = [new_code_cell(c[1:]) if c.startswith(">") else new_markdown_cell(c) for c in cells]
        for number, cell in enumerate(made):
            cell["id"] = f"cell-{number}"
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        notebook = new_notebook(cells=made, metadata=kernel)
        client = NotebookClient(notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(EXAMPLES)}})
        client.execute()
        nbformat.write(notebook, EXAMPLES / f"{name}.ipynb")


if __name__ == "__main__":
    main()
