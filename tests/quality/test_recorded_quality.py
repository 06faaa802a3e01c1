"""Quality over the gold articles: recorded figures may rise, never fall."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

RECORDED: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "recorded.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(RECORDED))
def scored(request: pytest.FixtureRequest, shared: Path) -> tuple[str, dict[str, Any]]:
    folder = shared / "gold"
    spec = importlib.util.spec_from_file_location("gold_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = (folder / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines()
    return request.param, module.score([json.loads(line) for line in lines if line.strip()])


def test_no_figure_falls(scored: tuple[str, dict[str, Any]]) -> None:
    name, figures = scored
    fallen = {}
    for figure, least in RECORDED[name].items():
        row = figures[figure]
        value = row.get("F1", row.get("accuracy"))
        if value < least:
            fallen[figure] = f"{value} < {least}"
    assert not fallen
