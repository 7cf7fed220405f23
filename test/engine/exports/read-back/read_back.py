"""Reads one export in every format with the libraries that people use, and prints what they read as JSON.

python read_back.py FOLDER VECTORS.json; the folder has out/ (a data package, unpacked), out.xlsx, out.parquet, out.docx
and out.pptx, and the vectors are published examples of statistics.
"""

import glob
import json
import math
import sys

import docx
import irrCAC.raw
import krippendorff
import pandas
import polars
import pptx
import pyreadstat

folder = sys.argv[1]
with open(sys.argv[2], encoding="utf8") as file:
    [published] = [vector for vector in json.load(file) if vector["kind"] == "kripp"]
KEY = ["round", "indicator", "criterion"]
FIGURES = ["n", "dont_know", "missing", "mean", "sd", "median", "favourable", "verdict"]


def plain(value):
    if isinstance(value, str):
        return value
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return float(value)


def rows(frame, names):
    """The rows of a frame of pandas or polars, as lists in one order."""
    records = frame.to_dict("records") if hasattr(frame, "iloc") else frame.to_dicts()
    return sorted(([plain(row[name]) for name in names] for row in records), key=lambda row: row[:3])


def parquet(table):
    files = glob.glob(f"{folder}/out.parquet/{table}/**/*.parquet", recursive=True)
    frames = [polars.read_parquet(file) for file in sorted(files)]
    for at, file in enumerate(sorted(files)):
        if "/round=" in file and "round" not in frames[at].columns:
            number = int(file.split("/round=")[1].split("/")[0])
            frames[at] = frames[at].with_columns(polars.lit(number).alias("round"))
    return polars.concat(frames, how="diagonal_relaxed")


csv = f"{folder}/out/data"
sheet = pandas.read_excel(f"{folder}/out.xlsx", sheet_name=None)
sheet["Rounds"] = sheet["Rounds"].rename(columns={"code": "indicator", "indicator": "title"})
of_polars = polars.read_excel(f"{folder}/out.xlsx", sheet_name="Rounds", engine="openpyxl")
of_polars = of_polars.rename({"indicator": "title"}).rename({"code": "indicator"})
# Left to themselves both take the text "none" of a verdict for no value or text as they please.
results = {
    "pandas, csv": pandas.read_csv(f"{csv}/results.csv", keep_default_na=False, na_values=[""]),
    "pandas, xlsx": sheet["Rounds"],
    "polars, csv": polars.read_csv(f"{csv}/results.csv", infer_schema_length=None),
    "polars, xlsx": of_polars,
    "polars, parquet": parquet("results"),
    "pyreadstat, sav": pyreadstat.read_sav(f"{folder}/out/spss/results.sav")[0],
}
ratings = {
    "pandas, csv": pandas.read_csv(f"{csv}/ratings.csv"),
    "pandas, xlsx": sheet["Ratings"],
    "polars, csv": polars.read_csv(f"{csv}/ratings.csv", infer_schema_length=None),
    "polars, parquet": parquet("ratings"),
    "pyreadstat, sav": pyreadstat.read_sav(f"{folder}/out/spss/ratings.sav")[0],
}


def levels(frame):
    given = [plain(level) for level in frame["level"]]
    given = [level for level in given if level is not None]
    return [len(frame), len(given), sum(given)]


wide, meta = pyreadstat.read_sav(f"{folder}/out/spss/ratings_wide.sav", user_missing=True)


def alphas(prefix, metrics):
    """Alphas of round 1 by krippendorff, and by irrCAC with the weights that mean the same; people are its raters."""
    names = [name for name in wide.columns if name.startswith(prefix)]
    given = wide[wide["round"] == 1][names]
    given = given.where(given > 0)
    found = {
        metric: krippendorff.alpha(reliability_data=given.to_numpy(), level_of_measurement=metric)
        for metric in metrics
    }
    weights = {"nominal": "identity", "interval": "quadratic"}
    units = given.T.reset_index(drop=True).dropna(how="all")
    units.columns = [f"rater {at}" for at in range(units.shape[1])]
    others = {
        metric: irrCAC.raw.CAC(units, weights=weight, categories=[1, 2, 3, 4, 5]).krippendorff()
        for metric, weight in weights.items()
    }
    return {
        "krippendorff": found,
        "irrCAC": {metric: one["est"]["coefficient_value"] for metric, one in others.items()},
    }


METRICS = ["nominal", "ordinal", "interval"]
units = [[math.nan if level is None else level for level in given] for given in published["raters_by_units"]]
document = docx.Document(f"{folder}/out.docx")
slides = pptx.Presentation(f"{folder}/out.pptx").slides
charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
print(
    json.dumps(
        {
            "results": {name: rows(frame, KEY + FIGURES) for name, frame in results.items()},
            "ratings": {name: levels(frame) for name, frame in ratings.items()},
            "times": {
                "pandas, xlsx": str(sheet["Ratings"]["recorded_at"].dtype)[:10],
                "polars, parquet": str(ratings["polars, parquet"]["recorded_at"].dtype)[:8],
                "pyreadstat, sav": str(ratings["pyreadstat, sav"]["recorded_at"].dtype)[:10],
            },
            "alphas": {"usefulness": alphas("useful_", METRICS), "usability": alphas("usable_", METRICS)},
            "vector": {
                metric: krippendorff.alpha(reliability_data=units, level_of_measurement=metric) for metric in METRICS
            },
            "labels": meta.variable_value_labels[[n for n in wide.columns if n.startswith("useful_")][0]],
            "docx": {
                "headings": [p.text for p in document.paragraphs if p.style.name == "Heading 1"],
                "captions": [p.text for p in document.paragraphs if p.style.name == "Caption"],
                "tables": len(document.tables),
                "pictures": [s._inline.docPr.get("descr") for s in document.inline_shapes],
                "appendix": [[cell.text for cell in row.cells] for row in document.tables[-1].rows],
            },
            "pptx": {
                "titles": [
                    next((s.text_frame.text for s in slide.shapes if s.has_text_frame), "")
                    for slide in slides
                ],
                "charts": [
                    [len(list(chart.plots[0].categories)), [s.name for s in chart.plots[0].series]]
                    for chart in charts
                ],
            },
        }
    )
)
