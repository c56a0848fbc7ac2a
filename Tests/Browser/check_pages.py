"""Opens pages in headless Chromium and prints what is wrong with them; nothing where all is well.

check_pages.py report RUN ROUND [RUN ROUND]...   reports against the plans.json beside them
check_pages.py look PAGE...                      any page: console, layout and accessibility, in both languages,
                                                 wide and narrow, light and dark
check_pages.py long PAGE SECTION=COUNT...        a page of long lists that have so many items: paged, sorted, found in
"""

import sys

from chromium import NARROW, NARROWEST, WIDE, Chromium, axe_engine
from layout import layout
from long_page import check_long
from report_page import Report

# In which the layout is looked at. Contrast takes seconds on a long page, and the tokens of colour are the same on
# every page: it is looked at on the first page of each kind, where it counts in light and in dark.
LOOKS = [
    ("light", "#en", WIDE), ("light", "#zh", NARROWEST), ("dark", "#zh", WIDE), ("dark", "#en", NARROWEST),
    ("light", "#en", NARROW),
]


def look(browser, page, engine, contrast):
    findings = []
    for place, (theme, mark, size) in enumerate(LOOKS):
        browser.theme(theme)
        browser.open(page, mark, size)
        found = layout(browser) + browser.console()
        if place == 0 or contrast and place == 2:
            found += browser.axe(engine, contrast)
        findings += [f"{page} {mark} {theme} {size[0]}: {finding}" for finding in found]
    browser.theme("light")
    return findings


def main(task, *arguments):
    engine = axe_engine()
    with Chromium() as browser:
        if task == "report":
            for place, (run, folder) in enumerate(zip(arguments[::2], arguments[1::2])):
                findings = Report(browser, run, folder).check()
                for finding in findings + look(browser, run + "/report.html", engine, contrast=place == 0):
                    print(finding)
        elif task == "long":
            lists = [(name, int(count)) for name, count in (argument.split("=") for argument in arguments[1:])]
            for finding in check_long(browser, arguments[0], lists):
                print(finding)
        else:
            for place, page in enumerate(arguments):
                for finding in look(browser, page, engine, contrast=place == 0):
                    print(finding)


if __name__ == "__main__":
    main(*sys.argv[1:])
