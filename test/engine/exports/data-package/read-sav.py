"""Reads an SPSS system file with pyreadstat, and prints its rows and what it says of its variables as JSON."""

import datetime
import json
import sys

import pyreadstat

frame, meta = pyreadstat.read_sav(sys.argv[1], user_missing=True)


def plain(value):
    if isinstance(value, datetime.datetime):
        # Pandas' moments are to the microsecond; a file's are seconds in a double.
        rounded = value + datetime.timedelta(microseconds=500)
        return None if value != value else rounded.isoformat(timespec="milliseconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return None if value is None or value != value else value


print(
    json.dumps(
        {
            "rows": [{name: plain(row[name]) for name in frame.columns} for _, row in frame.iterrows()],
            "measures": meta.variable_measure,
            "labels": meta.column_names_to_labels,
            "values": meta.variable_value_labels,
            "missing": meta.missing_ranges,
            "formats": meta.original_variable_types,
            "title": meta.file_label,
        }
    )
)
