"""Spark: the same findings as on one machine, whatever the partitioning; errors as rows; a job that goes on after a stop."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import arabnews
from arabnews import Article, Pipeline

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from arabnews import spark  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TEXT = "قالت وزيرة الصحة هدى السالم أمس إن 12 شخصا أصيبوا، وأضافت أن «المستشفى سيفتح بعد يومين»."
ARTICLES = [
    {"id": str(number), "text": f"{TEXT} ووصل {number + 3} جنود إلى بنغازي.", "published": "2021-12-10"} for number in range(40)
]
BAD = [{"id": "no text", "text": None, "published": None}, {"id": "no day", "text": TEXT, "published": "soon"}]


def on_one_machine(layer: str) -> list[dict[str, Any]]:
    return [row for fields in ARTICLES for row in arabnews.analyze(Article(**fields)).to_records(layer)]


def by_place(row: dict[str, Any]) -> tuple[Any, ...]:
    return int(row["article_id"]), row["start"] or 0, row["end"] or 0, row["text"]


def test_batches_of_arrow() -> None:
    [batch] = spark.ArrowReader()([pa.RecordBatch.from_pylist([*BAD, *ARTICLES])])
    rows = batch.to_pylist()
    assert [row["article_id"] for row in rows] == ["no text", "no day", *(fields["id"] for fields in ARTICLES)]
    assert ["text must be a str" in row["error"] for row in rows[:1]] == [True]
    assert "soon" in rows[1]["error"]
    assert rows[1]["claims"] is None
    assert [claim for row in rows[2:] for claim in row["claims"]] == on_one_machine("claims")


def test_unknown_layers_are_refused() -> None:
    with pytest.raises(arabnews.PipelineError, match="shouts"):
        spark.ArrowReader(["shouts"])
    with pytest.raises(arabnews.PipelineError, match="claims"):
        spark.ArrowReader(["claims"], Pipeline().without("claims"))


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A cluster of two executors, each a process of its own, on this machine."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java for Spark")
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("arabnews-test")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.executorEnv.PYTHONPATH": paths,
        "spark.executor.memory": "1g",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.adaptive.enabled": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        started = builder.getOrCreate()
        started.sparkContext.setLogLevel("ERROR")
        yield started
        started.stop()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("partitions", [1, 5])
def test_a_cluster_finds_what_one_machine_finds(session: Any, partitions: int) -> None:
    schema = "id STRING, text STRING, published STRING"
    frame = session.createDataFrame([*ARTICLES, *BAD], schema).repartition(partitions)
    found = spark.analyzed(frame).cache()
    for layer in spark.LAYERS if partitions > 1 else ["claims"]:
        rows = [row.asDict() for row in spark.table(found, layer).collect()]
        assert sorted(rows, key=by_place) == sorted(on_one_machine(layer), key=by_place)
    errors = {row.article_id: row.error for row in found.where("error is not null").collect()}
    assert sorted(errors) == ["no day", "no text"]
    assert found.count() == len(ARTICLES) + len(BAD)
    found.unpersist()


@pytest.mark.filterwarnings("ignore")
def test_a_job_goes_on_after_a_stop(session: Any, tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("spark_job", ROOT / "examples" / "spark" / "job.py")
    assert specification is not None
    assert specification.loader is not None
    job = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(job)
    source, target = str(tmp_path / "articles.parquet"), str(tmp_path / "found")
    session.createDataFrame(ARTICLES, "id STRING, text STRING, published STRING").write.parquet(source)
    assert job.run(session, source, target, parts=2) == 2
    whole = sorted((row.asDict() for row in job.claims(session, target).collect()), key=by_place)
    assert whole == sorted(on_one_machine("claims"), key=by_place)
    (tmp_path / "found" / "part=1" / "_SUCCESS").unlink()
    assert job.run(session, source, target, parts=2) == 1
    assert sorted((row.asDict() for row in job.claims(session, target).collect()), key=by_place) == whole
