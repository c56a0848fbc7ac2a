"""Writes a round, given as JSON, through openpyxl and the csv module.

    python3 write_round.py ROUND.json FOLDER

ROUND.json is a list of sheets: {"name": ..., "rows": [[cell, ...], ...]}. A cell is null, a text, {"number": ..., "format": ...},
{"date": "2027-03-01", "format": ...} or {"flag": true}; a number is given as text, so that no program in between rounds it.
FOLDER gets openpyxl/round.xlsx and a folder of CSV files for every encoding and separator.
"""

import csv
import datetime
import io
import json
import pathlib
import sys

import openpyxl
from openpyxl.styles import Font

ENCODINGS = {
    "csv-utf-8": ("utf-8", ","),
    "csv-utf-8-bom": ("utf-8-sig", ","),
    "csv-utf-16le": ("utf-16-le", ","),
    "csv-utf-16be": ("utf-16-be", ","),
    "csv-gb18030": ("gb18030", ","),
    "csv-semicolon": ("utf-8-sig", ";"),
    "tsv-utf-16le": ("utf-16-le", "\t"),
    "tsv-gb18030": ("gb18030", "\t"),
}


def fill(cell, value):
    if value is None or isinstance(value, str):
        cell.value = value
        if value:
            # A text that begins with = is no formula.
            cell.data_type = "s"
    elif "number" in value:
        cell.value = float(value["number"])
        cell.number_format = value.get("format", "General")
    elif "date" in value:
        cell.value = datetime.date.fromisoformat(value["date"])
        cell.number_format = value["format"]
    else:
        cell.value = value["flag"]


def text(value):
    """A cell as a CSV holds it."""
    if value is None or isinstance(value, str):
        return value or ""
    if "number" in value:
        return value["number"]
    if "date" in value:
        return value["date"]
    return "TRUE" if value["flag"] else "FALSE"


def write_workbook(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet["name"])
        for row, values in enumerate(sheet["rows"], 1):
            for column, value in enumerate(values, 1):
                fill(page.cell(row, column), value)
        for cell in page[1]:
            cell.font = Font(bold=True)
        page.freeze_panes = "A2"
    book.save(path)


def write_tables(sheets, folder, encoding, separator):
    for sheet in sheets:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator).writerows(
            [text(value) for value in row] for row in sheet["rows"]
        )
        mark = "\ufeff" if encoding.startswith("utf-16") else ""
        path = folder / f"{sheet['name']}.{'tsv' if separator == chr(9) else 'csv'}"
        path.write_bytes((mark + out.getvalue()).encode(encoding))


def main():
    sheets = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    folder = pathlib.Path(sys.argv[2])
    for name, (encoding, separator) in ENCODINGS.items():
        (folder / name / "round").mkdir(parents=True)
        write_tables(sheets, folder / name / "round", encoding, separator)
    (folder / "openpyxl" / "round").mkdir(parents=True)
    write_workbook(sheets, folder / "openpyxl" / "round" / "round.xlsx")


main()
