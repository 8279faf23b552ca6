"""Incidents to files of other systems: one file a format."""

from recount.export.csv import table_row, where_cells, write_csv
from recount.export.discretion import discreet, discreet_claims
from recount.export.figures import figure_rows, write_figures
from recount.export.geojson import write_geojson
from recount.export.guide import guide
from recount.export.jsonl import claim_object, incident_object, write_jsonl

__all__ = [
    "claim_object",
    "discreet",
    "discreet_claims",
    "figure_rows",
    "guide",
    "incident_object",
    "table_row",
    "where_cells",
    "write_csv",
    "write_figures",
    "write_geojson",
    "write_jsonl",
]
