#!/usr/bin/env python3
"""Seeded proposals for intake-benchmark, and what openpyxl takes to read them.

  proposals.py make FOLDER ROWS   writes proposals.csv and proposals.xlsx, with the same values
  proposals.py read FILE.xlsx     prints the seconds that openpyxl's read-only mode takes to hand out every value

Every column that proposals can have is there, two that are not known too; titles stand in both languages, numbers in every
notation that a planner may write.
"""

import csv
import random
import sys
import time

import openpyxl
from openpyxl.cell import WriteOnlyCell

YEARS = [2026, 2027, 2028, 2029, 2030]
COLUMNS = (
    ["id", "title", "title_zh", "recipient", "community", "sector", "need", "instruments", "start_year", "years"]
    + YEARS
    + ["min_funding", "readiness", "jobs", "co2_avoided_t", "value_added", "policy_areas", "expertise_months"]
    + ["basis", "water_saved_m3", "contact"]
)
RECIPIENTS = ["CN-" + code for code in "AH GS GZ HA HL JL LN NM NX SD SN SX XJ".split()]
PLACES = [
    ("Datong", "大同"), ("Linfen", "临汾"), ("Yulin", "榆林"), ("Ordos", "鄂尔多斯"), ("Huainan", "淮南"),
    ("Shuangyashan", "双鸭山"), ("Liupanshui", "六盘水"), ("Shizuishan", "石嘴山"), ("Pingdingshan", "平顶山"),
    ("Fuxin", "阜新"), ("Jining", "济宁"), ("Hami", "哈密"), ("Baiyin", "白银"), ("Changzhi", "长治"),
]
PROJECTS = [
    ("wind", "wind base on the old pit", "矿区风电基地"), ("solar", "floating solar on subsidence lakes", "采煤沉陷水面光伏"),
    ("hydrogen", "green hydrogen for coal chemistry", "绿氢耦合煤化工"), ("抽水蓄能", "pumped storage power station", "抽水蓄能电站"),
    ("storage", "battery plant", "新型储能电站"), ("big-data", "green computing cluster, second phase", "绿色算力集群二期"),
    ("文化旅游", "miners' heritage park and cave dwellings", "矿山遗址公园与窑洞民宿"), ("现代农业", "mushroom farms", "食用菌产业园"),
    ("reskilling", "retraining of miners and their families", "矿工及家属转岗培训"),
]
INSTRUMENTS = ["grant", "concessional-loan", "equity", "guarantee", "优惠贷款", "股权"]
AREAS = ["grid-access", "land-use", "green-power-trading", "standards", "人才交流", "reskilling"]
BASES = ["announced", "estimated", "illustrative (sector average)", "feasibility study, county office", "可行性研究报告"]
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def written(draw, value):
    """A number as it may be typed: most as they are, some with thousands separators, some in full width."""
    kind = draw.random()
    if kind < 0.85:
        return value
    return f"{value:,}" if kind < 0.95 else str(value).translate(FULL_WIDTH)


def amount(draw, value):
    return f"{round(value / 1000, 6)} bn" if draw.random() < 0.05 else written(draw, value)


def some(draw, values, most):
    return ";".join(draw.sample(values, draw.randint(1, most)))


def rows(count):
    draw = random.Random(20261124)
    for number in range(1, count + 1):
        place, place_zh = draw.choice(PLACES)
        sector, title, title_zh = draw.choice(PROJECTS)
        need = round(draw.lognormvariate(5, 0.8) + 1, draw.choice([0, 1, 2]))
        has_profile = draw.random() < 0.3
        profile = [draw.randint(1, 4) if has_profile else None for _ in YEARS]
        yield (
            [f"P-{number:06}", f"{place} {title}", place_zh + title_zh, draw.choice(RECIPIENTS)]
            + [draw.choice([place, place_zh]), sector, amount(draw, need), some(draw, INSTRUMENTS, 3)]
            + ([None, None] if has_profile else [draw.randint(2026, 2028), draw.randint(1, 3)])
            + profile
            + [draw.choice([None, None, 0.2, 0.5]), draw.choice([0.75, 0.8, 0.85, 0.9, "85%"])]
            + [written(draw, round(need * draw.uniform(0.5, 4))), written(draw, round(need * draw.uniform(50, 400)))]
            + [written(draw, round(need * draw.uniform(0.03, 0.12), 3)), some(draw, AREAS, 2), draw.randint(0, 36)]
            + [draw.choice(BASES), round(draw.uniform(0, 90_000), 1), f"office {draw.randint(1, 40)}, ext. {number % 900}"]
        )


def make(folder, count):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Proposals")
    sheet.append(COLUMNS)
    share = COLUMNS.index("readiness")
    with open(folder + "/proposals.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for row in rows(count):
            table.writerow(row)
            if isinstance(row[share], float):
                row[share] = WriteOnlyCell(sheet, row[share])
                row[share].number_format = "0%"
            sheet.append(row)
    book.save(folder + "/proposals.xlsx")


def read(path):
    start = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = 0
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(value is not None for value in row)
    print(time.perf_counter() - start, cells)


if __name__ == "__main__":
    make(sys.argv[2], int(sys.argv[3])) if sys.argv[1] == "make" else read(sys.argv[2])
