"""Whether the lists of a page of thousands of items can be gone through: paged, sorted as a whole, found in."""

READ = """
const box = [...document.querySelectorAll(`#${arguments[0]} .list`)][0];
const items = [...(box.querySelector(':scope > ol') || box.querySelector(':scope > figure > table').tBodies[0]).children];
const shown = e => e && !e.hidden ? e.innerText.replace(/\\s+/g, ' ').trim() : null;
return [items.map(i => i.textContent.slice(0, 80)), shown(box.querySelector('.pager output')), shown(box.querySelector('.find output'))];
"""
PAGER = "document.querySelectorAll(`#${arguments[0]} .pager button`)[arguments[1]]"


def check_list(browser, section, count):
    def read():
        return browser.ask(READ, section)

    findings = []
    first, pager, found = read()
    if found != f"{count:,} of {count:,}":
        findings.append(f"{section} counts {found}, not {count}")
    seen = list(first)
    for _ in range(count // len(first) + 2):
        if browser.ask(f"const b = {PAGER}; b.click(); return b.getAttribute('aria-disabled') === 'true'", section, 1):
            seen += read()[0]
            break
        seen += read()[0]
    if len(seen) != count or len(set(seen)) != count:
        findings.append(f"{section}: {len(set(seen))} different of {len(seen)} items on all pages, not {count}")
    browser.ask(f"for (let i = 0; i < 100; i++) {PAGER}.click()", section, 0)
    if read()[0] != first:
        findings.append(f"{section}: the first page is another after going back")

    browser.ask("document.querySelector(`#${arguments[0]} .by`).click()", section)
    names, pager, _ = read()
    if names == first or not pager.startswith(f"1 to {len(first)} of "):
        findings.append(f"{section}: sorting leaves the page as it was, or not at its start: {pager}")
    browser.ask("document.querySelector(`#${arguments[0]} .by`).click()", section)
    if read()[0] == names:
        findings.append(f"{section}: sorting the other way changes nothing")
    browser.ask("document.querySelector(`#${arguments[0]} .by`).click()", section)
    if read()[0] != first:
        findings.append(f"{section}: the third click does not bring back the page's own order")

    # An item of the last page is found on the first.
    last = seen[-1].split("  ")[0].strip()
    word = last[:24]
    browser.ask("""const f = document.querySelector(`#${arguments[0]} .find input`); f.value = arguments[1];
        f.dispatchEvent(new Event('input'))""", section, word)
    names, _, found = read()
    if not any(word in name for name in names) or found == f"{count:,} of {count:,}":
        findings.append(f"{section}: {word!r} is not found: {found} {names[:2]}")
    return findings


def check_long(browser, page, lists):
    browser.open(page)
    findings = []
    for section, count in lists:
        findings += check_list(browser, section, count)
    return [f"{page}: {finding}" for finding in findings + browser.console()]
