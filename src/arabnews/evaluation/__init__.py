"""How well findings agree with what people marked: figures by layer, with intervals and every difference in context.

The conventions are the field's: PARC 3.0's partial and exact match for claims, TempEval-3's relaxed and strict spans with values
for dates, overlap and value for numbers, CoNLL's exact spans and kinds for names.
"""

from arabnews.evaluation.report import Difference, Evaluation, Figure, evaluate

__all__ = ["Difference", "Evaluation", "Figure", "evaluate"]
