"""How long a page takes to be ready in headless Chromium: pages.py PAGE... [RUNS=5]

Prints for each page its size, the time until it is loaded and drawn, until a click has sorted its longest list and until a
word is found in it; medians of several runs. `REPORT_PREVIEW=FOLDER swift test --filter BrowserTests` writes pages.
"""

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Browser"))

from chromium import Chromium  # noqa: E402

LONGEST = """
const lists = [...document.querySelectorAll('.list')].filter(l => l.querySelector('.by'));
const size = l => l.querySelectorAll('tr, li').length + Number(l.querySelector('[data-rest]')?.dataset.rest || 0);
return lists.sort((a, b) => size(b) - size(a))[0];
"""
TIMED = """
const [list, act] = arguments, done = arguments[arguments.length - 1], start = performance.now();
if (act === 'sort') list.querySelector('.by').click();
else { const f = list.querySelector('.find input'); if (!f) return done(0); f.value = act; f.dispatchEvent(new Event('input')); }
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
"""


def main(*arguments):
    pages = [argument for argument in arguments if not argument.startswith("RUNS=")]
    runs = next((int(a[5:]) for a in arguments if a.startswith("RUNS=")), 5)
    print(f"{'page':<28} {'MB':>6} {'ready ms':>9} {'sort ms':>8} {'find ms':>8}")
    with Chromium() as browser:
        for page in pages:
            times = []
            for _ in range(runs):
                browser.open(page)
                # What the browser itself says of the page, from the first byte on.
                ready = browser.ask("const t = performance.getEntriesByType('navigation')[0];"
                                    "return Math.max(t.loadEventEnd, performance.getEntriesByType('paint').pop()?.startTime || 0)")
                longest = browser.ask(LONGEST)
                steps = [ready]
                for act in ("sort", "2 mine"):
                    steps.append(browser.driver.execute_async_script(TIMED, longest, act) if longest else 0)
                times.append(steps)
            medians = [statistics.median(column) for column in zip(*times)]
            size = Path(page).stat().st_size / 1e6
            print(f"{Path(page).name:<28} {size:6.2f} {medians[0]:9.0f} {medians[1]:8.0f} {medians[2]:8.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
