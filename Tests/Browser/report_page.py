"""Whether a report does what it promises: switches, sorts, filters, unfolds, prints, and shows what plans.json says.

Everything is read from the page as a reader sees it, in either language, and compared with figures that are worked out
here from plans.json and the round's own table of regions.
"""

import csv
import json
import math
import re
from collections import defaultdict
from pathlib import Path

import openpyxl
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


# What a key figure counts by, beside money.
UNITS = [("thousand", 1e3), ("million", 1e6), ("Mt", 1e6), ("kt", 1e3)]


class Report:
    """A report in the browser, with what the run and the round say of it."""

    def __init__(self, browser, run, round_folder):
        self.browser = browser
        self.path = Path(run) / "report.html"
        self.document = json.loads((Path(run) / "plans.json").read_text(encoding="utf-8"))
        self.names = records(Path(round_folder), "code", "name")
        self.proposals = records(Path(round_folder), "id", "recipient")
        self.plan = next(p for p in self.document["plans"] if p["id"] == self.document["recommended"])
        self.findings = []

    def expect(self, holds, what):
        if not holds:
            self.findings.append(what)

    def same(self, shown, expected, what):
        self.expect(shown == expected, f"{what}: the page says {shown!r}, expected {expected!r}")

    def near(self, shown, expected, what):
        self.expect(is_written(shown, expected), f"{what}: the page says {shown!r} for {expected!r}")

    def name(self, code, language="en"):
        names = self.names.get(code, {})
        return (names.get("name_zh") if language == "zh" else names.get("name")) or names.get("name") or code

    def ask(self, script, *arguments):
        return self.browser.ask(READING + script, *arguments)

    def find(self, query):
        return self.browser.driver.find_element(By.CSS_SELECTOR, query)

    def check(self):
        self.browser.open(self.path)
        for part in (
            self.figures, self.matrix, self.fairness, self.budgets, self.candidates, self.pairings, self.unfunded, self.flows,
            self.sorting, self.filtering, self.unfolding, self.language, self.keyboard, self.printing,
        ):
            part()
        self.findings += self.browser.console()
        return [f"{self.path.parent.name}: {finding}" for finding in self.findings]

    # What the page shows.

    def scale(self, head):
        """How many M one of a table's unit is."""
        return 1000 if "bn" in head else 1

    def group(self, proposal, groups):
        """The region or community that a proposal's money counts for."""
        record = self.proposals[proposal]
        community = f"{record['recipient']}/{record.get('community') or ''}"
        return community if community in groups else record["recipient"]

    def figures(self):
        card = self.plan["scorecard"]
        most = self.document.get("benefit_only")
        shown = self.ask("return all('.kf > div').map(d => ['.v', 'dt'].map(q => seen(d.querySelector(q))))")
        expected = {
            "placed": card["invested"] / self.scale(shown[0][0]),
            "donor and region": card["pairings"],
            "of possible benefit": 100 * card["benefit"] / most if most else None,
            "lowest level": 100 * card["lowest_level"],
            "at full effect": card.get("jobs"),
            "avoided": card.get("co2_avoided_t"),
        }
        self.expect(len(shown) >= 4, f"only {len(shown)} key figures")
        for figure, label in shown:
            value = expected.get(re.sub("[ᵉe估]$", "", label).strip() if label not in expected else label)
            self.expect(value is not None, f"a key figure of its own: {label}")
            if value is not None:
                unit = next((size for word, size in UNITS if word in figure), 1)
                self.near(figure, value / unit, label)
        missing = self.ask("return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash).filter(h => !document.querySelector(h))")
        self.same(missing, [], "links to nowhere")
        self.expect(self.document["title"] in self.ask("return document.title"), "the title names no round")
        self.same(self.ask("return seen(one('h1'))"), self.document["title"], "title")

    def amounts(self):
        amounts = defaultdict(float)
        for pairing in self.plan["pairings"]:
            amounts[pairing["donor"], pairing["recipient"]] += pairing["amount"]
        return amounts

    def matrix(self):
        heads, rows = self.ask("return grid('.matrix')")
        scale = self.scale(self.ask("return seen(one('#matrix .sub'))"))
        amounts = {(self.name(d), self.name(r)): amount for (d, r), amount in self.amounts().items()}
        donors = {self.name(p["donor"]) for p in self.plan["pairings"]}
        shown = set()
        for row in rows[:-1]:
            for head, cell in zip(heads[1:-1], row[1:-1]):
                pair = (head, row[0]) if head in donors or row[0] not in donors else (row[0], head)
                if pair in amounts:
                    self.near(cell, amounts[pair] / scale, f"matrix at {pair}")
                    shown.add(pair)
                else:
                    self.expect(cell in ("·", "—"), f"matrix at {pair}: {cell!r} without a pairing")
        self.same(shown, set(amounts), "pairings in the matrix")
        self.near(rows[-1][-1], self.plan["scorecard"]["invested"] / scale, "sum of the matrix")

    def fairness(self):
        stage = next((s for s in self.plan["stages"] if s["stage"] == "fairness"), None)
        if not stage:
            return
        heads, rows = self.ask("return grid('.fair')")
        scale = self.scale(self.ask("return seen(one('#fairness .sub'))"))
        received = defaultdict(float)
        for ticket in self.plan["tickets"]:
            received[self.group(ticket["proposal"], stage["entitlements"])] += ticket["amount"]
        entitled = {
            " · ".join([self.name(group.split("/")[0])] + group.split("/")[1:]): (received[group], entitlement)
            for group, entitlement in stage["entitlements"].items() if entitlement > 0
        }
        self.same({row[0] for row in rows}, set(entitled), "regions with a level")
        levels = []
        for row in rows:
            money, entitlement = entitled.get(row[0], (0, 1))
            self.near(row[3], money / scale, f"what {row[0]} receives")
            self.near(row[4], entitlement / scale, f"what {row[0]} is entitled to")
            if "×" not in row[2]:
                self.near(row[2], 100 * min(1, money / entitlement), f"level of {row[0]}")
            levels.append(round(money / entitlement, 4))
        self.same(levels, sorted(levels), "order of levels")

    def budgets(self):
        heads, rows = self.ask("return grid('.budget')")
        scale = self.scale(self.ask("return seen(one('#budget .sub'))"))
        placed = defaultdict(float)
        for pairing in self.plan["pairings"]:
            for year, amount in pairing["by_year"].items():
                placed[self.name(pairing["donor"]), year] += amount
                placed["all", year] += amount
        for row in rows:
            name = "all" if row is rows[-1] else re.sub("[eᵉ]$", "", row[0]) if row[0] not in self.donors() else row[0]
            for year, cell in list(zip(heads, row))[1:-2]:
                self.near(cell.split()[0], placed[name, year] / scale, f"money of {name} in {year}")

    def donors(self):
        return {self.name(pairing["donor"]) for pairing in self.plan["pairings"]}

    def candidates(self):
        heads, rows = self.ask("return grid('.score')")
        rows = [row for row in rows if len(row) == len(heads)]
        plans = self.document["plans"]
        self.same([row[0].split()[0] for row in rows], [plan["id"] for plan in plans], "candidate plans in order")
        for row, plan in zip(rows, plans):
            card = plan["scorecard"]
            most = self.document.get("benefit_only")
            expected = [
                plan["score"], 100 * card["benefit"] / most if most else card["benefit"],
                card["invested"] / self.scale(heads[3]), 100 * card["lowest_level"], 100 * card["mean_level"],
                100 * card["reciprocity_met"], card["pairings"],
            ]
            for head, cell, value in zip(heads[1:], row[1:], expected):
                self.near(cell, value, f"{head} of plan {plan['id']}")
        drawn = self.ask("return all('.trade svg').filter(visible).map(s => s.querySelectorAll('circle').length)")
        if len(plans) > 1:
            self.same(drawn, [len(plans)], "points of the trade-off chart")

    def pairings(self):
        rows = self.every_page("pairings", """all('#pairings .pairs > li').map(li => ['rk', 'd', 'r', 'am', 'be', 'pn']
            .map(c => seen(li.querySelector('summary .' + c))))""")
        pairings = self.plan["pairings"]
        self.same(len(rows), len(pairings), "pairings on the page")
        scale = self.scale(self.ask("return seen(one('#pairings .ph .am'))"))
        for row, pairing in zip(rows, pairings):
            self.same(row[:3], [str(pairing["rank"]), self.name(pairing["donor"]), self.name(pairing["recipient"])],
                      "pairing in its place")
            self.near(row[3], pairing["amount"] / scale, f"amount of pairing {pairing['rank']}")
            self.near(row[4], pairing["benefit"], f"benefit of pairing {pairing['rank']}")
            if pairing.get("stability") is not None:
                self.near(row[5], 100 * pairing["stability"], f"stability of pairing {pairing['rank']}")

    def unfunded(self):
        expected = [row for row in self.plan["unfunded"] if row["funded"] < 1 - 1e-6]
        if not expected:
            return self.expect(not self.ask("return all('.unf').length"), "a table of unfunded proposals without any")
        rows = self.every_page("unfunded", "grid('.unf')[1].map(r => r[2])")
        self.same(len(rows), len(expected), "proposals that lack money")
        for shown, value in zip(sorted(rows, key=first_number), sorted(row["funded"] for row in expected)):
            self.near(shown, 100 * value, "funded share")

    def flows(self):
        bands, labels = self.ask("""const svg = all('#flows svg').find(visible);
            return [svg.querySelectorAll('path').length, [...svg.querySelectorAll('text')].filter(visible).map(seen)]""")
        if len({p["donor"] for p in self.plan["pairings"]} | {p["recipient"] for p in self.plan["pairings"]}) <= 40:
            self.same(bands, len(self.amounts()), "bands of the flow chart")
            for code in {p["recipient"] for p in self.plan["pairings"]}:
                name = self.name(code)
                self.expect(any(label == name or name.startswith(label.rstrip("…")) for label in labels),
                            f"no label for {name} in the flow chart")

    def every_page(self, section, script):
        rows = []
        while True:
            rows += self.ask("return " + script)
            more = self.ask("return all(`#${arguments[0]} .pager:not([hidden]) button`).filter(b => b.getAttribute('aria-disabled') !== 'true').pop()?.textContent",
                            section)
            if not more or "Next" not in more:
                break
            self.ask("all(`#${arguments[0]} .pager button`)[1].click()", section)
        for _ in range(len(rows) // 12):
            if not self.ask("const b = one(`#${arguments[0]} .pager button`); if (!b || b.getAttribute('aria-disabled') === 'true') return false; b.click(); return true",
                            section):
                break
        return rows

    # What the page does.

    def sorting(self):
        tables = self.ask("return all('.list').map((_, i) => i).filter(i => all('.list')[i].querySelector('.by'))")
        self.expect(len(tables) >= 3, f"only {len(tables)} lists sort")
        for place in tables:
            for turn in self.ask(SORTING, place):
                self.findings.append("sorting: " + turn)

    def filtering(self):
        pairings = self.plan["pairings"]
        field = self.ask("return one('#pairings .find:not([hidden]) input')")
        if len(pairings) < 8:
            return self.expect(not field, "a field to filter a handful of pairings")
        donor = self.name(pairings[-1]["donor"])
        expected = self.ask("""return all('#pairings .pairs > li').filter(
            li => li.textContent.toLowerCase().includes(arguments[0].toLowerCase())).length""", donor)
        field.send_keys(donor.upper())
        shown = self.ask("return all('#pairings .pairs > li').map(li => seen(li.querySelector('.who')))")
        if len(pairings) <= 50:
            self.same(len(shown), expected, f"pairings found for {donor}")
        self.expect(sum(donor in row for row in shown) >= min(50, sum(self.name(p["donor"]) == donor for p in pairings)),
                    f"not every pairing of {donor} is found")
        self.expect(len(shown) < len(pairings), "the filter leaves all")
        said = self.ask("return seen(one('#pairings .find output'))")
        if len(pairings) <= 50:
            self.same(said, f"{len(shown)} of {len(pairings)}", "count of what is found")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys("no such thing at all")
        self.same(self.ask("return all('#pairings .pairs > li').length"), 0, "pairings found for nonsense")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.BACKSPACE)
        self.same(self.ask("return all('#pairings .pairs > li').length"), min(50, len(pairings)), "pairings unfiltered")

    def unfolding(self):
        summaries = self.browser.driver.find_elements(By.CSS_SELECTOR, "#pairings summary")
        opened = self.ask("return all('#pairings details').map(d => d.open)")
        self.same(opened, [True] + [False] * (len(opened) - 1) if opened else [], "pairings open at first")
        for summary, pairing in list(zip(summaries, self.plan["pairings"]))[1:3]:
            self.browser.click(summary)
            paid = self.ask("const d = arguments[0].parentElement; return d.open && visible(d.querySelector('.body')) ? "
                            "d.querySelectorAll('.body table:first-of-type th').length : -1", summary)
            self.same(paid, len(pairing["proposals"]), f"proposals that pairing {pairing['rank']} pays")
            summary.send_keys(Keys.ENTER)
            self.same(self.ask("return arguments[0].parentElement.open", summary), False, "folded by the keyboard")

    def language(self):
        self.ask("window.untouched = true")
        for label, language, hidden in (("中文", "zh-Hans", "en"), ("English", "en", "zh")):
            self.browser.click(
                self.browser.driver.find_element(By.XPATH, f"//div[@class='sw']/button[text()='{label}']"))
            self.same(self.ask("return document.documentElement.lang"), language, "language of the page")
            self.same(self.ask(f"return all('[lang|={hidden}]:not(.keep)').filter(visible).length"), 0,
                      f"texts of the other language beside {language}")
            self.same(self.ask("return all('.sw [aria-pressed=true]').map(seen)"), [label], "pressed switch")
            text = self.ask("return document.querySelector('main').innerText")
            for name in {self.name(p["recipient"], language[:2]) for p in self.plan["pairings"]}:
                self.expect(name in text, f"{name} is not on the page in {language}")
        self.expect(self.ask("return window.untouched === true"), "the switch loads the page anew")
        self.browser.open(self.path, "#zh")
        self.same(self.ask("return document.documentElement.lang"), "zh-Hans", "language at #zh")
        self.expect(re.search("[\u4e00-\u9fff]", self.ask("return seen(one('h2'))")), "no Chinese headline at #zh")
        self.findings += self.browser.console()
        self.browser.open(self.path, "#en")

    def keyboard(self):
        """The way by Tab: past the head first, then the languages, then the sections, always in sight."""
        self.browser.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
        way = []
        for _ in range(6):
            way.append(self.ask("""const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                return [e.className, e.dataset.l || e.getAttribute('href') || '', s.outlineStyle !== 'none' && r.left >= 0]"""))
            self.browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        self.same(way[0][0], "skip", "first stop of the keyboard")
        self.same([stop[1] for stop in way[1:3]], ["en", "zh-Hans"], "then the languages")
        self.expect(all(stop[1].startswith("#") for stop in way[3:]), f"then the sections: {way[3:]}")
        self.expect(all(stop[2] for stop in way), f"the focus is out of sight: {way}")
        self.same(self.ask("return all('[tabindex]').filter(e => e.tabIndex > 0).length"), 0, "forced orders of focus")

    def printing(self):
        pages = self.browser.pdf()
        text = re.sub(r"\s+", " ", " ".join(pages))
        self.expect(2 <= len(pages) <= 40, f"{len(pages)} printed pages")
        first = re.sub(r"\s+", " ", pages[0])
        self.expect(self.document["title"].split()[0] in first, "the first printed page has no title")
        self.expect("Find in this list" not in text and "中文" not in text, "buttons are printed")
        for plan in self.document["plans"]:
            self.expect(re.search(rf"\b{plan['id']}\b", text), f"plan {plan['id']} is not printed")
        for pairing in self.plan["pairings"][:3]:
            self.expect(text.count("What it pays") >= min(3, len(self.plan["pairings"])), "the first pairings are not unfolded in print")
        self.same(self.ask("return all('#pairings details').filter(d => d.open).length"),
                  min(1, len(self.plan["pairings"])), "pairings open after print")


# Heads that the sample rounds write in Chinese.
ALIASES = {"编号": "id", "受援方": "recipient", "社区": "community", "代码": "code", "名称": "name_zh"}


def records(folder, key, other):
    """The records of the tables that have both columns, by the first."""
    found = {}
    for file in folder.glob("*"):
        rows = []
        if file.suffix == ".csv":
            with open(file, encoding="utf-8-sig") as text:
                rows = [row for row in csv.reader(text)]
        elif file.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(file, read_only=True):
                rows += [[str(c) if c is not None else "" for c in row] for row in sheet.iter_rows(values_only=True)]
        names = [[ALIASES.get(cell, cell.lower()) for cell in row] for row in rows]
        heads = [place for place, row in enumerate(names) if key in row and other in row]
        for head in heads:
            for record in rows[head + 1:]:
                value = dict(zip(names[head], record))
                if value.get(key):
                    found.setdefault(value[key], value)
    return found


def first_number(text):
    found = re.search(r"-?[\d,]*\.?\d+", text.replace("\u202f", "").replace("−", "-"))
    return float(found.group().replace(",", "")) if found else -1.0


def is_written(shown, value):
    """Whether a number on the page is a value rounded to as many digits as it shows."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", shown)
    if found := re.match(r">(\d*\.?\d+)", bare):
        return value > float(found.group(1)) - 1e-9
    if found := re.match(r"<(\d*\.?\d+)", bare):
        return 0 < value < float(found.group(1)) + 1e-9
    found = re.search(r"-?[\d,]*\.?\d+", bare.replace("−", "-"))
    if not found:
        return bare == "–"
    digits = found.group().replace(",", "")
    decimals = len(digits.partition(".")[2])
    # Large numbers of three digits of their own, such as a benefit of 12,300, may be rounded to a whole.
    return math.isclose(float(digits), value, rel_tol=0, abs_tol=0.5 * 10**-decimals + 1e-9)


READING = """
const all = q => [...document.querySelectorAll(q)], one = q => document.querySelector(q);
const visible = e => e.getClientRects().length > 0;
const seen = e => e.innerText === undefined ? e.textContent.trim() : e.innerText.replace(/\\s+/g, ' ').trim();
const grid = q => { const t = one(q); const line = r => [...r.cells].map(seen);
  return [line(t.tHead.rows[0]), [...t.tBodies[0].rows, ...(t.tFoot ? t.tFoot.rows : [])].map(line)]; };
"""

# Clicks every head of a list three times, and says what is not in order then.
SORTING = """
const box = all('.list')[arguments[0]], wrong = [], table = box.querySelector(':scope > figure > table');
const items = () => table ? [...table.tBodies[0].rows].filter(r => !r.classList.contains('say'))
  : [...box.querySelector(':scope > ol').children];
const before = items();
for (const button of box.querySelectorAll('.by')) {
  if (!visible(button)) continue;
  const head = button.parentElement;
  const label = head.closest('section').id + ' by ' + seen(button);
  let column = -1;
  if (table) for (const c of head.parentElement.cells) { column += c.colSpan; if (c === head) break; }
  const cell = item => table ? item.cells[column] : item.querySelector('summary .' + head.dataset.by);
  const value = item => { const c = cell(item), t = seen(c); if (c.dataset.v) return Number(c.dataset.v);
    const m = /([<>])?([-−]?[\\d,]*\\.?\\d+)/.exec(t.replace(/\\s/g, '')); return m ? Number(m[2].replace(/,/g, '').replace('−', '-')) + ({'<': -1e-9, '>': 1e-9}[m[1]] || 0) : -Infinity; };
  const orders = [];
  for (let turn = 0; turn < 3; turn++) {
    button.click();
    const order = button.dataset.order;
    orders.push(order);
    if (table && (head.getAttribute('aria-sort') || '') !== order) wrong.push(label + ': aria-sort ' + head.getAttribute('aria-sort'));
    if (table && box.querySelectorAll('[aria-sort]').length !== (order ? 1 : 0)) wrong.push(label + ': more than one head sorts');
    if (!table && button.getAttribute('aria-pressed') !== String(order !== '')) wrong.push(label + ': aria-pressed');
    const list = items();
    if (list.length !== before.length) wrong.push(label + ': items lost');
    if (!order) { if (list.some((item, i) => item !== before[i])) wrong.push(label + ': not back in the page\\'s own order'); continue; }
    const isName = column === 0 || head.dataset.by === 'who' || !list.some(i => value(i) > -Infinity)
      || head.matches('.l:not(.wide)') && !list.some(i => cell(i).dataset.v);
    for (let i = 1; i < list.length; i++) {
      const sign = order === 'ascending' ? 1 : -1;
      const off = isName ? sign * new Intl.Collator('en', {numeric: true}).compare(seen(cell(list[i - 1])), seen(cell(list[i]))) > 0
        : sign * (value(list[i - 1]) - value(list[i])) > 0;
      if (off) { wrong.push(label + ' ' + order + ': ' + seen(cell(list[i - 1])) + ' before ' + seen(cell(list[i]))); break; }
    }
  }
  if (new Set(orders).size !== 3) wrong.push(label + ': turns ' + orders);
}
return wrong;
"""
