"""Writes `src/arabnews/data/analysis.schema.json`, the JSON Schema of `Analysis.to_dict`, from the classes themselves.

python tools/build_schema.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arabnews.export.schema import schema  # noqa: E402

if __name__ == "__main__":
    target = ROOT / "src" / "arabnews" / "data" / "analysis.schema.json"
    target.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(target)
