#!/usr/bin/env python3
"""Fills a template of jetbd with the records of a round, as an office would: by its headers alone.

usage: fill_template.py JETBD ROUND LANGUAGE FORMAT OUT [KINDS]

JETBD writes the template; what its columns mean is read from the template's own explanation. KINDS (`proposals`, or
several of regions, links, offers, proposals, policy with a comma between) fills these tables and leaves the others empty; without
it all are filled. OUT is a folder.
"""
import csv, io, json, pathlib, re, subprocess, sys, tempfile
from copy import copy
from decimal import Decimal
import openpyxl

KINDS = ["regions", "links", "offers", "proposals", "policy"]
MONEY = {"gdp", "fiscal_revenue", "amount", "min_ticket", "need", "value_added"}
TEXT = {"code", "name", "name_zh", "id", "donor", "recipient", "recipients", "title", "title_zh", "community", "sector", "sectors",
        "instrument", "instruments", "policy_areas", "basis", "existing_pairing"}
LISTS = {"recipients", "sectors", "instruments", "policy_areas"}
SCALES = {"M": 0, "m": 0, "k": -3, "bn": 3, "万": -2, "亿": 2, "百万": 0}


def parted(header):
    """A header's name and its unit's power of ten of M."""
    match = re.fullmatch(r"(.*?)\s*[（(]([^（()）]*)[)）]", str(header).strip())
    name, unit = match.groups() if match else (str(header).strip(), "")
    words = re.sub(r"[A-Z]{3}\s?|[美欧]?元", "", unit)
    return name, SCALES.get(words, 0)


def plain(name, names):
    """The name of a column in formats: by the explanation, or as it stands."""
    name = names.get(name, name).lower().replace(" ", "_")
    if re.fullmatch(r"\d{4}年?", name):
        return name[:4]
    return {"co2_avoided": "co2_avoided_t"}.get(name, name)


def tables(folder):
    """Every table of the round's sheets and CSV files, as rows of text."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".csv":
            yield list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        elif path.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(path):
                yield [["" if cell is None else str(cell) for cell in row] for row in sheet.values]


def kind_of(columns):
    if "need" in columns: return "proposals"
    if "donor" in columns and "coal_mt" not in columns: return "offers"
    return "links" if "donor" in columns else "regions"


def records(folder, names):
    """The round's records by kind, money in M."""
    found = {kind: [] for kind in KINDS}
    known = {name for table in names.values() for name in table.values()}
    every = {alias: name for table in names.values() for alias, name in table.items()}
    for rows in tables(folder):
        start = next(i for i, row in enumerate(rows) if sum(plain(parted(c)[0], every) in known for c in row) >= 3)
        heads = [parted(head) for head in rows[start]]
        kind = kind_of({plain(name, every) for name, _ in heads})
        heads = [(plain(name, names[kind]), scale) for name, scale in heads]
        for row in rows[start + 1:]:
            record = {}
            for (name, scale), cell in zip(heads, row):
                is_money = name in MONEY or name.isdigit() and kind == "offers"
                is_number = name not in TEXT and cell != ""
                if cell != "":
                    record[name] = Decimal(cell).scaleb(scale if is_money else 0) if is_number else cell
            if record: found[kind].append(record)
    return found


def settings(folder):
    """The settings of a policy in YAML that nests at most once and has no lists but the years."""
    group, found = "", {}
    for line in (folder / "policy.yaml").read_text().splitlines()[1:]:
        line = line.split(" #")[0].rstrip()
        if ":" not in line or line.lstrip().startswith("#"): continue
        depth = len(line) - len(line.lstrip())
        name, value = (part.strip() for part in line.split(":", 1))
        if name == "policy": continue
        if not value:
            group = name + "."
        else:
            found[(group if depth > 2 else "") + name] = value.strip("[]").replace(", ", "-")
    return found


def explained(sheet, language):
    """By table: the name of a column in the template's language → its name in formats."""
    names = {}
    for row in sheet.iter_rows(min_row=6, values_only=True):
        table, name, alias = row[:3]
        english = alias if language == "zh" else name
        names.setdefault(table, {})[name] = english
        names[table][alias] = english
    return names


def choices(book, form, language):
    """What the drop-downs of the Chinese template call the values of the English one, and nothing in English."""
    if language == "en": return {}
    english = openpyxl.load_workbook(form("en")).worksheets[-1]
    return {old: new for column, chinese in zip(english.iter_cols(min_row=3, max_col=4, values_only=True),
                                                book.worksheets[-1].iter_cols(min_row=3, max_col=4, values_only=True))
            for old, new in zip(column, chinese) if old}


def chosen(content, words):
    """The records with the values that the drop-downs offer."""
    for record in (record for table in content.values() for record in table):
        for name in LISTS | {"sector", "instrument", "existing_pairing"}:
            if name in record and name != "recipients":
                record[name] = ";".join(words.get(part, part) for part in record[name].split(";"))
    return content


def value(record, header, names, kind):
    name, scale = parted(header)
    name = plain(name, names)
    found = record.get(name)
    if isinstance(found, Decimal):
        months = kind == "offers" and record.get("instrument") in ("expertise", "专家支持")
        is_money = name in MONEY or name.isdigit() and kind == "offers"
        if is_money: found = found.scaleb(0 if months else -scale)
        if months and kind == "offers": found = record[name]
        return int(found) if found == found.to_integral() else float(found)
    return found


def fill_workbook(book, content, policy, sheets, names, kinds):
    for kind, sheet_name in zip(KINDS, sheets):
        sheet = book[sheet_name]
        if kind == "policy":
            for row in sheet.iter_rows(min_row=2):
                setting = names[sheet_name].get(row[0].value, row[0].value)
                setting = re.sub(r"^(weights|rank_weights)\.(.*)$", lambda m: f"{m[1]}.{everything(names).get(m[2], m[2])}", setting)
                text = policy.get(wild(setting, names[sheet_name], names)) if kind in kinds else None
                row[1].value = number(text)
            continue
        heads = [cell.value for cell in sheet[1]]
        sheet.delete_rows(2, sheet.max_row)
        if kind not in kinds: continue
        for place, record in enumerate(content[kind], 2):
            for column, head in enumerate(heads, 1):
                cell = sheet.cell(place, column, value(record, head, names[sheet_name], kind))
                dimension = sheet.column_dimensions[cell.column_letter]
                cell._style = copy(dimension._style)
                needed = sum(1 if ord(c) < 0x2E80 else 2 for c in str(cell.value or "")) * 1.1 + 2
                dimension.width = max(dimension.width, min(60, needed))


def everything(names):
    return {alias: name for table in names.values() for alias, name in table.items()}


def wild(setting, own, names):
    """`权重.就业` is `weights.jobs`: the explanation names the group once."""
    head, dot, tail = setting.partition(".")
    group = own.get(head + ".*")
    return f"{group[:-1]}{everything(names).get(tail, tail)}" if dot and group else setting


def number(text):
    try:
        found = Decimal(text)
        return int(found) if found == found.to_integral() else float(found)
    except Exception:
        return text


def fill_csv(folder, out, content, policy, sheets, names, kinds):
    for kind, sheet_name in zip(KINDS, sheets):
        if kind not in kinds: continue
        source = folder / f"{sheet_name.lower()}.csv"
        assert source.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(source.read_text("utf-8-sig"))))
        if kind == "policy":
            filled = [[row[0], policy.get(wild(names[sheet_name].get(row[0], row[0]), names[sheet_name], names), ""), row[2]]
                      for row in rows[1:]]
        else:
            filled = [[value(record, head, names[sheet_name], kind) for head in rows[0]] for record in content[kind]]
        with open(out / source.name, "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([rows[0]] + filled)


def fill_yaml(text, content, policy, sheets, names, kinds, language):
    """The keys of each example record, written out for every record; JSON is YAML."""
    keys = dict(zip([sheet if language == "zh" else kind for kind, sheet in zip(KINDS, sheets)], zip(KINDS, sheets)))
    lines, kind = [], None
    heads = {kind: [] for kind in KINDS}
    for line in text.splitlines():
        if line.rstrip(":") in keys:
            kind, sheet = keys[line.rstrip(":")]
        elif kind and (match := re.match(r"\s+(?:- )?(?:# )?([^:#]+): ", line)) and match[1] not in heads[kind]:
            heads[kind].append(match[1])
    for key, (kind, sheet) in keys.items():
        if kind not in kinds: continue
        lines.append(f"{key}:")
        if kind == "policy":
            named = {wild(names[sheet].get(head, head), names[sheet], names): head for head in heads[kind]}
            lines += [f"  {named[setting]}: {json.dumps(found, ensure_ascii=False)}" for setting, found in policy.items()]
            continue
        for record in content[kind]:
            cells = {head: value(record, head, names[sheet], kind) for head in heads[kind]}
            cells = {head: cell.split(";") if plain(parted(head)[0], names[sheet]) in LISTS else cell
                     for head, cell in cells.items() if cell is not None}
            lines.append("  - " + json.dumps(cells, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def main(jetbd, folder, language, form, out, kinds=""):
    folder, out, kinds = pathlib.Path(folder), pathlib.Path(out), kinds.split(",") if kinds else KINDS
    policy = settings(folder)
    with tempfile.TemporaryDirectory() as place:
        def template(form, language=language):
            path = f"{place}/{language}.{form}"
            subprocess.run([jetbd, "template", "--format", form, "--language", language, "--currency", policy["currency"],
                            "--years", policy["years"], "--out", path], check=True, stdout=subprocess.DEVNULL)
            return pathlib.Path(path)
        book = openpyxl.load_workbook(template("xlsx"))
        names = explained(book.worksheets[0], language)
        sheets = book.sheetnames[1:6]
        content = records(folder, {kind: names[sheet] for kind, sheet in zip(KINDS, sheets)})
        content = chosen(content, choices(book, lambda language: template("xlsx", language), language))
        out.mkdir(parents=True, exist_ok=True)
        if form == "xlsx":
            fill_workbook(book, content, policy, sheets, names, kinds)
            book.save(out / f"{folder.name}.xlsx")
        elif form == "csv":
            fill_csv(template("csv"), out, content, policy, sheets, names, kinds)
        else:
            (out / f"{folder.name}.yaml").write_text(
                fill_yaml(template("yaml").read_text(), content, policy, sheets, names, kinds, language))


if __name__ == "__main__":
    main(*sys.argv[1:])
