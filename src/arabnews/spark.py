"""Apache Spark (extra `spark`): a DataFrame of articles in, a DataFrame of what they say out.

    found = spark.analyzed(articles)              # one row an article: article_id, error, and a list of rows for each layer
    claims = spark.table(found, "claims")         # one row a claim, with the columns of `Analysis.to_arrow("claims")`

An article is a row with a column `text`, and where there are such columns `id`, `published` (date, timestamp or string), `title`,
`outlet`, `url`. Rows are read where they are, by `mapInArrow`: nothing is shuffled, and the partitioning changes no finding.
An article that cannot be read is a row whose `error` says why and whose layers are null, so no article is lost or doubled;
to go on after a stop, read only the articles whose id is not among those written (`examples/spark/job.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from arabnews.errors import ArabnewsError, PipelineError
from arabnews.export.tables import Row, columns, nested_batch
from arabnews.model import Article
from arabnews.pipeline import Pipeline, default

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

LAYERS: Final = ("claims", "quotes", "numbers", "dates", "mentions", "entities")
FIELDS: Final = ("id", "published", "title", "outlet", "url")
_TYPES: Final[Mapping[str, str]] = {
    "string": "STRING",
    "strings": "ARRAY<STRING>",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "date": "DATE",
}


class ArrowReader:
    """The function for `DataFrame.mapInArrow`: Arrow batches of articles to Arrow batches of findings; it pickles.

    Args:
        layers: the layers to give, `entities` among them if wanted.
        pipeline: the pipeline to read with; by default the package's own, made once in each worker process.

    Raises:
        PipelineError: if the pipeline makes no such layer.
    """

    def __init__(self, layers: Sequence[str] = LAYERS, pipeline: Pipeline | None = None) -> None:
        if isinstance(layers, str):
            raise PipelineError(f"layers must be a sequence, got the string {layers!r}; write [{layers!r}]", layer=layers)
        self.layers, self.pipeline = tuple(layers), pipeline
        known = (*(pipeline or default()).layers, "entities")
        for layer in self.layers:
            if layer not in known:
                raise PipelineError(f"this pipeline makes no layer {layer!r}; it has: {', '.join(known)}", layer=layer)

    @property
    def schema(self) -> str:
        """The Spark schema of the result, as DDL.

        Example:
            >>> ArrowReader(["quotes"]).schema[:60]
            'article_id STRING, error STRING, `quotes` ARRAY<STRUCT<`arti'
        """
        lists = (f"`{layer}` ARRAY<STRUCT<{_ddl(layer)}>>" for layer in self.layers)
        return ", ".join(["article_id STRING", "error STRING", *lists])

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """A batch of findings for each batch of articles."""
        pipeline = self.pipeline or default()
        for batch in batches:
            yield nested_batch(self.layers, (self._row(pipeline, record) for record in batch.to_pylist()))

    def _row(self, pipeline: Pipeline, record: Row) -> Row:
        name = record.get("id")
        row: Row = {"article_id": None if name is None else str(name)}
        try:
            fields = {field: record.get(field) for field in FIELDS} | {"id": row["article_id"]}
            analysis = pipeline.analyze(Article(record.get("text"), **fields))  # type: ignore[arg-type]  # it says what is wrong
        except ArabnewsError as error:
            return {**row, "error": str(error)}
        return row | {layer: analysis.to_records(layer) for layer in self.layers}


def _ddl(layer: str) -> str:
    return ", ".join(f"`{name}`: {_TYPES[kind]}" for name, kind in columns(layer).items())


def analyzed(articles: DataFrame, layers: Sequence[str] = LAYERS, pipeline: Pipeline | None = None) -> DataFrame:
    """Read a DataFrame of articles; one row an article: `article_id`, `error`, and a list of rows for each layer.

    Raises:
        PipelineError: if the pipeline makes no such layer, or `articles` has no column `text`.
    """
    if "text" not in articles.columns:
        raise PipelineError(f"articles need a column 'text'; there are: {', '.join(articles.columns)}", extractor=None)
    reader = ArrowReader(layers, pipeline)
    wanted = [name for name in ("text", *FIELDS) if name in articles.columns]
    found: Any = articles.select(*wanted).mapInArrow(reader.__call__, reader.schema)
    return found  # type: ignore[no-any-return, unused-ignore]


def table(found: DataFrame, layer: str) -> DataFrame:
    """A layer as a table of its own, one row a finding, out of what `analyzed` gave (or what Parquet kept of it)."""
    return found.selectExpr(f"inline(`{layer}`)")
