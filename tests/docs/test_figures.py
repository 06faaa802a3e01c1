"""The pages claim no more than what is recorded and measured."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RECORDED: dict[str, float] = tomllib.loads((ROOT / "tests" / "quality" / "recorded.toml").read_text(encoding="utf-8"))["dev"]
MARKED = re.compile(r"<!-- quality -->\n(.*?)<!-- /quality -->", re.DOTALL)
README = {
    "claims found": ("claims.overlap",),
    "claims found, with the right source": ("claims.attributed",),
    "quotes that are statements": ("quotes.statements",),
    "numbers: value / value and unit": ("numbers.value", "numbers.value+unit"),
    "dates: found / value": ("dates.relaxed", "dates.value"),
    "mentions of people, organisations, places": ("mentions.all",),
}


def rows(page: str) -> dict[str, list[float]]:
    """Label -> figures of the marked table (the newest release's)."""
    found = MARKED.search((ROOT / page).read_text(encoding="utf-8"))
    assert found, f"{page} has no table of quality"
    cells = (line.strip("| ").split(" | ") for line in found[1].splitlines()[2:])
    return {label: [float(figure) for figure in figures.split(" / ")] for label, figures in cells}


def test_readme_claims_no_more_than_is_recorded() -> None:
    table = rows("README.md")
    assert set(table) == set(README)
    for label, names in README.items():
        for figure, name in zip(table[label], names, strict=True):
            assert figure <= RECORDED[name], f"{label}: run tools/build_quality.py"


def test_changelog_claims_no_more_than_is_recorded() -> None:
    recorded = {name.replace(".", ", ").replace("+", " and "): value for name, value in RECORDED.items()}
    table = rows("CHANGELOG.md")
    assert table
    for label, (figure,) in table.items():
        assert figure <= recorded[label], f"{label}: run tools/build_quality.py"


@pytest.mark.parametrize("layer", ["claims", "quotes", "numbers", "dates", "mentions"])
def test_rules_page_has_the_measured_figures(layer: str) -> None:
    measured = tomllib.loads((ROOT / "docs" / "measured.toml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    assert measured["rules"][layer]
    for name, counts in measured["rules"][layer].items():
        row = next((line for line in page.splitlines() if line.startswith(f'| <a href="#{layer}-{name}">')), "")
        assert f"{100_000 * counts['fired'] / measured['words']:,.1f}" in row, f"{name}: run tools/build_rules.py"
        assert counts["right"] <= counts["judged"]
