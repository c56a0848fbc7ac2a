"""Makes workbooks as county offices keep them, each with one habit that a reader must live with.

    python3 office_files.py FOLDER

The files of Tests/Offices were made by it, `-libreoffice` ones by LibreOffice from those (see the end).
"""

import copy
import datetime
import io
import pathlib
import sys
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

FOLDER = pathlib.Path(sys.argv[1])


def put(page, row, column, value, form=None):
    cell = page.cell(row, column, value)
    if form:
        cell.number_format = form
    return cell


def rows(page, first, values, column=1):
    for offset, line in enumerate(values):
        for place, value in enumerate(line):
            if isinstance(value, tuple):
                put(page, first + offset, column + place, *value)
            elif value is not None:
                put(page, first + offset, column + place, value)


def titled():
    """A merged title, a note of the unit, a header in two rows, blank rows, subtotals, a total and signatures."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "项目汇总表"
    page["A1"] = "朔州市2026—2028年公正转型项目资金需求汇总表"
    page["A1"].font = Font(bold=True, size=18)
    page.merge_cells("A1:J1")
    page["A2"] = "填报单位：朔州市发展和改革委员会"
    page.merge_cells("A2:F2")
    page["H2"] = "填报日期：2026年3月15日"
    page.merge_cells("H2:J2")
    heads = ["编号", "项目名称", "受援方", "领域", "资金需求（万元）", "进度安排", None, None, "就业（人）", "备注"]
    rows(page, 4, [heads, [None] * 5 + ["2026年", "2027年", "2028年"]])
    for letter in "ABCDEIJ":
        page.merge_cells(f"{letter}4:{letter}5")
    page.merge_cells("F4:H4")
    rows(
        page,
        6,
        [
            ["一", "右玉县"],
            ["SZ-01", "右玉风电场", "R1", "风电", (12000, "#,##0"), 0.5, 0.5, None, 120, "已报批"],
            ["SZ-02", "右玉光伏治沙", "R1", "光伏", (8500.5, "#,##0.00"), None, 1, 1, 64, None],
            ["小计", None, None, None, "=SUM(E7:E8)"],
            [],
            ["二", "平鲁区"],
            ["SZ-03", "平鲁矿工再就业培训", "R2", "职业培训", (3200, "0.00_ "), 1, None, None, 900, None],
            ["合计", None, None, None, "=SUM(E7:E12)", None, None, None, "=SUM(I7:I12)"],
        ],
    )
    page["A16"] = "审核人：李四"
    page["E16"] = "填表人：张三"
    return book


def styled():
    """A list object, hidden rows and columns, comments, validation, conditional formats, a filter, a chart."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Proposals"
    rows(
        page,
        1,
        [
            ["id", "title", "recipient", "sector", "need (USD m)", "start_year", "years", "readiness", "jobs"],
            ["A-1", "Repurposing Komati", "R1", "wind", 220.5, (datetime.date(2026, 4, 1), "d mmm yyyy"), 2, (0.85, "0%"), 410],
            ["A-2", "Grid connection", "R1", "storage", (64.25, '"$"#,##0.00'), (datetime.datetime(2027, 1, 1), "dd/mm/yyyy hh:mm"), 1, (0.5, "0.0%"), 35],
            ["A-3", "Skills centre", "R2", "reskilling", (12, "[$$-409]#,##0;[Red]-#,##0"), 2026, 3, (1, "0%"), (1250, "#,##0")],
        ],
    )
    table = Table(displayName="Proposals", ref="A1:I4")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    page.add_table(table)
    page.column_dimensions["G"].hidden = True
    page.row_dimensions[3].hidden = True
    page["E2"].comment = Comment("to be confirmed by the board: 250?", "reviewer")
    rule = DataValidation(type="list", formula1='"wind,solar,storage,reskilling"')
    page.add_data_validation(rule)
    rule.add("D2:D1000")
    page.conditional_formatting.add(
        "E2:E4", ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max", end_color="FF0000")
    )
    chart = BarChart()
    chart.add_data(Reference(page, min_col=5, min_row=1, max_row=4), titles_from_data=True)
    page.add_chart(chart, "K2")
    sheet = book.create_chartsheet("Chart")
    sheet.add_chart(copy.deepcopy(chart))
    return book


def several():
    """Tables below and beside each other on one sheet, and one on a hidden sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "All in one"
    page["B2"] = "1. Regions"
    rows(page, 3, [["code", "name", "need_weight"], ["R1", "North", 3], ["R2", "South", 5], ["D1", "Coast"], ["D2", "Harbour"]], 2)
    page["G2"] = "2. Links"
    rows(page, 3, [["donor", "recipient", "coal_mt", "existing_pairing"], ["D1", "R1", 20, True], ["D2", "R2", 8.5, False]], 7)
    page["B10"] = "3. Offers"
    rows(page, 11, [["id", "donor", "instrument", "2026", 2027, (2028, "0")], ["O1", "D1", "grant", 60, 40, None], ["O2", "D2", "equity", 30, 30, 15]], 2)
    hidden = book.create_sheet("old proposals")
    hidden.sheet_state = "veryHidden"
    rows(hidden, 1, [["id", "recipient", "sector", "need"], ["P1", "R1", "wind", 80], ["P2", "R2", "storage", 50]])
    notes = book.create_sheet("Notes")
    notes["A1"] = "Please return by Friday."
    return book


def filled_down():
    """Recipients and sectors merged over their projects, running numbers, numbers kept as text, full-width digits."""
    book = openpyxl.Workbook()
    page = book.active
    rows(
        page,
        1,
        [
            ["序号", "受援方", "项目编号", "项目名称", "领域", "资金需求（亿元）", "成熟度", "就业"],
            [1, "R1", "甲-1", "风电一期", "风电", "1.2", "80%", "１２０"],
            [2, None, "甲-2", "风电二期", None, "0.9", "75%", "1,250"],
            [3, None, "甲-3", "光伏", "光伏", " 2.05 ", 0.6, 300],
            [4, "R2", "乙-1", "储能", "储能", "３．５", "九成", 88],
        ],
    )
    page.merge_cells("B2:B4")
    page.merge_cells("E2:E3")
    for row in range(2, 6):
        page.cell(row, 6).number_format = "@"
        page.cell(row, 2).alignment = Alignment(vertical="center")
    return book


def formatted_rows():
    """Every row of the sheet formatted, as after colouring whole columns row by row; two hold anything."""
    book = openpyxl.Workbook(write_only=False)
    page = book.active
    rows(page, 1, [["code", "name"], ["R1", "North"], ["R2", "South"]])
    return expand(book, lambda: (f'<row r="{row}" s="1" customFormat="1" ht="20"/>' for row in range(4, 1_048_577)))


def formatted_cells():
    """A row whose 16,384 cells are all formatted, and rows of them after the data."""
    book = openpyxl.Workbook()
    page = book.active
    rows(page, 1, [["code", "name"], ["R1", "North"], ["R2", "South"]])
    letters = [openpyxl.utils.get_column_letter(column) for column in range(1, 16_385)]

    def more():
        for row in range(4, 60):
            yield f'<row r="{row}">' + "".join(f'<c r="{letter}{row}" s="0"/>' for letter in letters) + "</row>"

    return expand(book, more)


def expand(book, lines):
    """The book's bytes with more lines at the end of its first sheet."""
    out = io.BytesIO()
    book.save(out)
    result = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", "".join(lines()).encode() + b"</sheetData>")
            new.writestr(name, data)
    return result.getvalue()


def linked():
    """Values that formulas took from another file, defined names, a macro's part, a picture, leftovers of a pivot table."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Offers"
    rows(page, 1, [["id", "donor", "amount (USD m)", "sectors"], ["X1", "D1", 120.5, "wind;solar"], ["X2", "D2", 33, None]])
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    book.save(out)
    result = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = text.replace(b"<v>120.5</v>", b"<f>[1]Budget!$C$7*1.0</f><v>120.5</v>")
            if name == "xl/workbook.xml":
                text = text.replace(b"</sheets>", b'</sheets><externalReferences><externalReference r:id="rId90" xmlns:r="' + office.encode() + b'"/></externalReferences>')
            if name == "xl/_rels/workbook.xml.rels":
                text = text.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId90" Type="{office}/externalLink" Target="externalLinks/externalLink1.xml"/>'
                    f'<Relationship Id="rId91" Type="{office}/pivotCacheDefinition" Target="pivotCache/gone.xml"/>'
                    '<Relationship Id="rId92" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'.encode(),
                )
            new.writestr(name, text)
        new.writestr("xl/vbaProject.bin", bytes([0xD0, 0xCF, 0x11, 0xE0]) + bytes(2_000))
        new.writestr("xl/media/image1.png", b"\x89PNG\r\n\x1a\n" + bytes(500))
        new.writestr(
            "xl/externalLinks/externalLink1.xml",
            '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook><sheetNames><sheetName val="Budget"/></sheetNames>'
            '<sheetDataSet><sheetData sheetId="0"><row r="7"><cell r="C7"><v>999</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        )
    return result.getvalue()


def chinese_formats():
    """Formats of Chinese editions: dates, numerals, 万 as a format, codes filled up with zeros."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "供给"
    day = datetime.date(2026, 9, 1)
    page["H1"] = "单位：亿元"
    rows(
        page,
        2,
        [
            ["编号", "支援方", "方式", (2026, '0"年"'), (2027, "[DBNum1]0"), "2028年度", "单项上限", "备注"],
            [(7, "000000"), "D1", "赠款", (12.5, '0.0"亿"'), (3, "[DBNum1][$-804]General"), None, (0.4, "0%"), (day, "[DBNum1][$-804]yyyy年m月d日")],
            [(8, "000000"), "D2", "优惠贷款", (20, "[DBNum2]General"), (1.5, "0.00_);[Red](0.00)"), 2, (1, "0%"), (day, '[$-804]yyyy"年"m"月"')],
        ],
    )
    return book


BOOKS = {
    "titled.xlsx": titled,
    "styled.xlsx": styled,
    "several-tables.xlsx": several,
    "filled-down.xlsx": filled_down,
    "formatted-rows.xlsx": formatted_rows,
    "formatted-cells.xlsx": formatted_cells,
    "linked.xlsm": linked,
    "chinese-formats.xlsx": chinese_formats,
}

for name, make in BOOKS.items():
    book = make()
    if isinstance(book, bytes):
        (FOLDER / name).write_bytes(book)
    else:
        book.save(FOLDER / name)

# soffice --headless --convert-to ods FOLDER/titled.xlsx, and so on, made the files that end in -libreoffice. formatted-rows.xlsx and
# formatted-cells.xlsx are too large to be kept beside them.
