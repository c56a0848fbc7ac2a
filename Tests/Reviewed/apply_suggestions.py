"""Writes the suggested values of a reviewed workbook, and nothing else, into the planner's file.

Usage: apply_suggestions.py REVIEWED.xlsx FILE    (FILE: .xlsx or .csv, changed in place)

A suggestion is a line of the list with a value in its last column and a link in its column of cells.
"""

import csv
import sys

import openpyxl
from openpyxl.utils.cell import coordinate_from_string, column_index_from_string

SHEET, CELL, SUGGESTION = 2, 3, 8


def suggestions(path):
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if not sheet.title.startswith(("Problems", "问题")):
            break
        for row in sheet.iter_rows():
            if len(row) <= SUGGESTION or row[CELL].hyperlink is None:
                continue
            value = row[SUGGESTION].value
            if value is not None:
                yield row[SHEET].value, row[CELL].value, unguarded(str(value))


def unguarded(text):
    """Without the sign that keeps a text from being taken for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text


def mend_workbook(path, changes):
    book = openpyxl.load_workbook(path)
    for sheet, cell, value in changes:
        book[sheet][cell] = value
    book.save(path)


def mend_csv(path, changes):
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    for _, cell, value in changes:
        letters, number = coordinate_from_string(cell)
        rows[number - 1][column_index_from_string(letters) - 1] = value
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


reviewed, target = sys.argv[1:]
found = list(suggestions(reviewed))
(mend_csv if target.endswith(".csv") else mend_workbook)(target, found)
print(len(found))
