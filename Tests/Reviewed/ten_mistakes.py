"""Writes a workbook with the mistakes that offices make most, one in each cell that is wrong.

Usage: ten_mistakes.py FILE.xlsx
"""

import sys

import openpyxl

book = openpyxl.Workbook()
proposals = book.active
proposals.title = "项目"
proposals.append(["2026 年项目申报表"])
proposals.append([])
proposals.append(["编号", "受援方", "领域", "资金需求（万元）", "成熟度", "就业", "开始年份", "年限"])
proposals.append(["P1", "R1", "wind", "1O00", 0.8, 120, "2O26", 3])
proposals.append(["P2", "R2", "storage", "约1200", 12, 200, 2026, "2 years"])
proposals.append(["P3", "Regoin Two", "reskilling", "12,34,567", 0.5, "300左右", "26年", 1])
proposals.append(["P4", "R1", "solar", "3亿", "80%", 50, 2027, 1])
offers = book.create_sheet("Offers")
offers.append(["id", "donr", "2026", "2027"])
offers.append(["O1", "D1", 100, 100])
links = book.create_sheet("Links")
links.append(["donor", "recipient", "coal_mt", "existing_pairing"])
links.append(["D1", "R1", 12, "是的"])
links.append(["D1", "R2", 3, "noo"])
book.save(sys.argv[1])
