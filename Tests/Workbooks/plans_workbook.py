"""Holds plans.xlsx against plans.json of the same run, with openpyxl.

plans_workbook.py PLANS.JSON PLANS.XLSX CONVERTED.XLSX   prints what does not agree, nothing where all does

PLANS.XLSX is the file as it was written, CONVERTED.XLSX what LibreOffice made of it: the values must be those of plans.json
in both, and charts and print areas must have come through.
"""

import json
import math
import re
import sys
import warnings

import openpyxl

# openpyxl knows no solid data bars.
warnings.filterwarnings("ignore", message=".*xtension is not supported.*")

# Sheets of a plan by what their names hold, in either language.
KINDS = {
    "overview": ("Overview", "概览"), "pairings": ("Pairings", "结对"), "tickets": ("Tickets", "资金安排"),
}
FIGURES = ["benefit", "invested", "reciprocity_met", "lowest_level", "mean_level", "pairings"]


def near(one, other):
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def numbers(rows):
    return [cell for row in rows for cell in row if isinstance(cell, (int, float)) and not isinstance(cell, bool)]


def rows_of(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def sheet_of(book, plan, kind):
    found = [name for name in book.sheetnames
             if name.startswith(plan + " ") and any(word in name for word in KINDS[kind])]
    return book[found[0]] if found else None


def check_plan(book, plan):
    """What of a plan is not in the book as plans.json has it."""
    card = plan["scorecard"]
    overview = sheet_of(book, plan["id"], "overview")
    if overview is None:
        yield f"{plan['id']}: no overview"
        return
    cells = numbers(rows_of(overview))
    wanted = {name: value for name, value in card.items() if name in FIGURES or name not in (
        "gini", "distance", "person_months", "largest_pair_share")}
    for stage in plan["stages"]:
        for place, level in (stage.get("levels") or {}).items():
            if level == min(stage["levels"].values()):
                wanted[f"lowest level of {stage['stage']}"] = level
        if stage["stage"] == "benefit":
            wanted["benefit stage"] = stage["value"]
    for name, value in wanted.items():
        if value is not None and not any(near(value, cell) for cell in cells):
            yield f"{plan['id']}: overview without {name} {value}"

    yield from check_matrix(rows_of(overview), plan)

    rows = rows_of(sheet_of(book, plan["id"], "pairings"))[1:]
    if len(rows) != len(plan["pairings"]):
        yield f"{plan['id']}: {len(rows)} pairings, not {len(plan['pairings'])}"
    for row, pairing in zip(rows, plan["pairings"]):
        figures = numbers([row])
        for name in ("amount", "benefit", "stability", "rank"):
            if pairing[name] is not None and not any(near(pairing[name], figure) for figure in figures):
                yield f"{plan['id']}: pairing {pairing['rank']} without its {name} {pairing[name]}"
        for year, amount in pairing["by_year"].items():
            if not any(near(amount, figure) for figure in figures):
                yield f"{plan['id']}: pairing {pairing['rank']} without {amount} in {year}"

    rows = rows_of(sheet_of(book, plan["id"], "tickets"))[1:]
    if len(rows) != len(plan["tickets"]):
        yield f"{plan['id']}: {len(rows)} tickets, not {len(plan['tickets'])}"
    for row, ticket in zip(rows, plan["tickets"]):
        if not any(near(ticket["amount"], figure) for figure in numbers([row])):
            yield f"{plan['id']}: ticket {ticket['offer']} {ticket['proposal']} without {ticket['amount']}"


def check_matrix(rows, plan):
    """The money of every pairing stands in the matrix, and its last line adds up."""
    start = next((place for place, row in enumerate(rows)
                  if str(row[0]).startswith(("Who gives to whom", "谁给谁"))), None)
    if start is None:
        if plan["pairings"]:
            yield f"{plan['id']}: no matrix"
        return
    end = next(place for place, row in enumerate(rows[start + 3:], start + 3)
               if str(row[0]).startswith(("All", "合计")))
    amounts = sorted(pairing["amount"] for pairing in plan["pairings"])
    inside = sorted(numbers(row[1:] for row in rows[start + 3:end]))
    for amount in amounts:
        if not any(near(amount, cell) for cell in inside):
            yield f"{plan['id']}: matrix without {amount}"
    totals = numbers([rows[end]])
    if not near(sum(totals[:-1]), totals[-1]) or not near(totals[-1], plan["scorecard"]["invested"]):
        yield f"{plan['id']}: the matrix adds up to {totals[-1]}, not {plan['scorecard']['invested']}"


def check_conflict(book, conflict):
    cells = [cell for row in rows_of(book[book.sheetnames[0]]) for cell in row]
    for pair in conflict["repair"]["fixed_pairs"]:
        for name in ("fixed", "possible"):
            if not any(isinstance(cell, (int, float)) and near(pair[name], cell) for cell in cells):
                yield f"conflict without {name} {pair[name]}"
    for rule in conflict["rules"]:
        for name in ("file", "at"):
            if rule[name] and rule[name] not in cells:
                yield f"conflict without {rule[name]}"


def drawn(reference, book):
    """The cells that a chart names."""
    match = re.fullmatch(r"'?(.*?)'?!?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", reference.replace("$", ""))
    name, column, first, _, last = match.groups()
    return [cell.value for cell in book[name.rstrip("'!")][f"{column}{first}:{column}{last or first}"] for cell in cell]


def check_charts(book):
    for sheet in book:
        for chart in sheet._charts:
            if not chart.series:
                yield f"{sheet.title}: a chart without series"
            for series in chart.series:
                values = getattr(series, "yVal", None) or series.val
                cells = drawn(values.numRef.f, book)
                if not cells or not all(isinstance(cell, (int, float)) for cell in cells):
                    yield f"{sheet.title}: a chart of {cells}"


def check_pages(book):
    for sheet in book:
        if not sheet.print_area:
            yield f"{sheet.title}: no print area"
        if sheet.page_setup.orientation != "landscape" or str(sheet.page_setup.paperSize) != "9":
            yield f"{sheet.title}: not A4 across"
        if not sheet.sheet_properties.pageSetUpPr.fitToPage:
            yield f"{sheet.title}: not fitted to the page"


def check_cells(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type in ("e", "f") or isinstance(cell.value, str) and len(cell.value) > 32_767:
                    yield f"{sheet.title}!{cell.coordinate}: {str(cell.value)[:60]!r}"


def main(plans, written, converted):
    with open(plans, encoding="utf-8") as file:
        document = json.load(file)
    charts = []
    for path in (written, converted):
        book = openpyxl.load_workbook(path)
        problems = [
            *check_cells(book), *check_pages(book), *check_charts(book),
            *(line for plan in document["plans"] for line in check_plan(book, plan)),
        ]
        if document["conflict"]:
            problems += check_conflict(book, document["conflict"])
        charts.append({sheet.title: len(sheet._charts) for sheet in book})
        for plan in document["plans"]:
            overview = sheet_of(book, plan["id"], "overview")
            if plan["pairings"] and overview is not None and len(overview._charts) != 2:
                problems.append(f"{plan['id']}: {len(overview._charts)} charts")
        for line in problems:
            print(f"{path}: {line}")
    if charts[0] != charts[1]:
        print(f"{converted}: other sheets or charts: {charts}")


main(*sys.argv[1:])
