"""Prints what openpyxl finds in a reviewed workbook: its sheets, the list's links, and each coloured cell with its comment.

Usage: show_review.py REVIEWED.xlsx
"""

import json
import sys

import openpyxl

TONES = {"FFF9D5CE": "problem", "FFFCEBBB": "note"}
book = openpyxl.load_workbook(sys.argv[1])
cells = {}
for sheet in book.worksheets[1:]:
    for row in sheet.iter_rows():
        for cell in row:
            tone = TONES.get(cell.fill.start_color.rgb) if cell.fill.fill_type else None
            if tone or cell.comment:
                cells[f"{sheet.title}!{cell.coordinate}"] = {
                    "tone": tone or "",
                    "comment": cell.comment.text if cell.comment else "",
                    "value": "" if cell.value is None else str(cell.value),
                    "isNumber": isinstance(cell.value, (int, float)),
                }
links = [
    cell.hyperlink.location
    for row in book.worksheets[0].iter_rows()
    for cell in row
    if cell.hyperlink
]
print(json.dumps({"sheets": book.sheetnames, "links": links, "cells": cells}))
