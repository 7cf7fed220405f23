"""Runs files of SQL in Spark on this machine, from the folder it is started in, and prints the rows of queries as JSON.

python run-in-spark.py FOLDERS WAREHOUSE QUERIES.json FILE.sql...

How Spark spends memory and parts its work is said by PYSPARK_SUBMIT_ARGS: what suits a test of a few thousand rows does
not suit millions.
"""
import json
import sys

from pyspark.sql import SparkSession

folders, warehouse, queries, *files = sys.argv[1:]
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.warehouse.dir", warehouse)
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
for path in files:
    with open(path, encoding="utf8") as file:
        text = file.read().replace("SET folders=*;", f"SET folders={folders};")
    for statement in text.split(";\n"):
        if any(line.strip() and not line.startswith("--") for line in statement.split("\n")):
            spark.sql(statement).collect()
with open(queries, encoding="utf8") as file:
    asked = json.load(file)
rows = {
    name: [{key: value for key, value in row.asDict().items()} for row in spark.sql(sql).collect()]
    for name, sql in asked.items()
}
print(json.dumps(rows, default=float))
