"""Parquet of articles in, Parquet of findings out, with Spark; run it again after a stop and it goes on with what is missing.

    spark-submit examples/spark/job.py articles.parquet found/

Articles are read in parts by their id (64 by default). A part is written into a folder of its own, which Spark commits as a
whole: `_SUCCESS` stands in it when it is complete, and a part without one is written again.
"""

from __future__ import annotations

import sys

from pyspark.sql import DataFrame, SparkSession, functions

from arabnews import spark


def is_complete(session: SparkSession, folder: str) -> bool:
    """Whether Spark has committed a folder, on whatever file system it is."""
    path = session._jvm.org.apache.hadoop.fs.Path(f"{folder}/_SUCCESS")
    return bool(path.getFileSystem(session._jsc.hadoopConfiguration()).exists(path))


def run(session: SparkSession, source: str, target: str, parts: int = 64) -> int:
    """Read the parts that are not there yet; how many those were."""
    articles = session.read.parquet(source)
    part_of = functions.pmod(functions.hash("id"), functions.lit(parts))
    missing = [part for part in range(parts) if not is_complete(session, f"{target}/part={part}")]
    for part in missing:
        spark.analyzed(articles.where(part_of == part)).write.mode("overwrite").parquet(f"{target}/part={part}")
    return len(missing)


def claims(session: SparkSession, target: str) -> DataFrame:
    """The claims of every part."""
    return spark.table(session.read.parquet(target), "claims")


if __name__ == "__main__":
    session = SparkSession.builder.appName("arabnews").getOrCreate()
    run(session, sys.argv[1], sys.argv[2])
    claims(session, sys.argv[2]).groupBy("source").count().orderBy("count", ascending=False).show(20)
