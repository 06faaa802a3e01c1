"""Write the recorded quality figures into README.md and CHANGELOG.md, between their `quality` marks; run it before a release."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import arabnews

ROOT = Path(__file__).resolve().parents[1]
MARKED = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- /quality -->)", re.DOTALL)
README = {
    "claims found": ("claims.overlap",),
    "claims found, with the right source": ("claims.attributed",),
    "quotes that are statements": ("quotes.statements",),
    "numbers: value / value and unit": ("numbers.value", "numbers.value+unit"),
    "dates: found / value": ("dates.relaxed", "dates.value"),
    "mentions of people, organisations, places": ("mentions.all",),
}


def recorded() -> dict[str, float]:
    path = ROOT / "tests" / "quality" / "recorded.toml"
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["dev"])


def named(figure: str) -> str:
    """A figure's name as the pages write it."""
    return figure.replace(".", ", ").replace("+", " and ")


def table(head: str, rows: dict[str, str]) -> str:
    return "\n".join([f"| {head} |", "|---|--:|", *(f"| {name} | {figures} |" for name, figures in rows.items()), ""])


def replace(name: str, text: str) -> None:
    path = ROOT / name
    path.write_text(MARKED.sub(lambda _: text, path.read_text(encoding="utf-8"), count=1), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    figures = recorded()
    short = {label: " / ".join(f"{figures[name]:.1f}" for name in names) for label, names in README.items()}
    replace("README.md", table("F1, per cent | ", short))
    every = {named(name): f"{value:.1f}" for name, value in sorted(figures.items())}
    replace("CHANGELOG.md", table(f"figure | {arabnews.__version__} ({date.today()})", every))
