"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): each finding as an annotation of the article's text.

Each has two selectors, the position in code points (as the recommendation counts) and the quoted text with what stands around it,
so that the finding can be anchored again if the page changes. The bodies are the layer as a tag, and the fields as JSON.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from arabnews.export.json import annotation
from arabnews.model import Article

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32


def web_annotations(article: Article, layers: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Every finding as a Web Annotation; each stands for itself."""
    source = article.url or _named_by_content(article.text)
    for layer, found in layers.items():
        for number, item in enumerate(found, 1):
            fields = {name: value for name, value in annotation(item).items() if name not in ("span", "text")}
            start, end = item.span.start, item.span.end
            yield {
                "@context": CONTEXT,
                "id": f"{source}#{layer}-{number}",
                "type": "Annotation",
                "motivation": "tagging",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": layer},
                    {
                        "type": "TextualBody",
                        "purpose": "describing",
                        "format": "application/json",
                        "value": json.dumps(fields, ensure_ascii=False),
                    },
                ],
                "target": {
                    "source": source,
                    "selector": [
                        {"type": "TextPositionSelector", "start": start, "end": end},
                        {
                            "type": "TextQuoteSelector",
                            "exact": item.text,
                            "prefix": article.text[max(start - _AROUND, 0) : start],
                            "suffix": article.text[end : end + _AROUND],
                        },
                    ],
                },
            }


def _named_by_content(text: str) -> str:
    """A name for a text without an address: RFC 6920, by its SHA-256 digest."""
    import hashlib  # late, as it is slow to import

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
