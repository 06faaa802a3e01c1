"""Words that a person's name has beside its given and family names: what the rules for names and the linking of names share."""

from __future__ import annotations

from typing import Final

CONNECTORS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ذو", "دي", "دو", "فان", "فون", "لا", "لو", "ولد", "ود"}
)
KUNYAS: Final = frozenset({"ابو", "ابي", "ابا", "وابو", "وابي", "لابي", "لابو", "بابي"})
"""`أبو حمزة`"""
PARTICLES: Final = frozenset({"فان", "فون", "دي", "دو", "دا", "ديل", "دير", "دن", "ايت", "اد"})
"""`رود فان نيستلروي`"""
THEOPHORIC: Final = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء", "العينين"})
"""Second halves of compound names: `نصر الله`, `صلاح الدين`, `فاطمة الزهراء`."""
