"""Help for those who write extractors: one-line golden examples, and a check that an extractor keeps the rules.

Example:
    >>> from arabnews.extractors.base import PatternExtractor
    >>> check_extractor(PatternExtractor("decrees", r"المرسوم رقم \\d+"), examples=["نص المرسوم رقم 12 على ذلك."])
"""

from arabnews.testing.checks import check_extractor, extractor_faults
from arabnews.testing.golden import Golden, golden_faults, parse_golden

__all__ = ["Golden", "check_extractor", "extractor_faults", "golden_faults", "parse_golden"]
