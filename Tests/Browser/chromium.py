"""Pages in Debian's headless Chromium, with a strict console.

A page is opened as a planner opens it: as a file, with the network out of reach. Whatever the console says, an error,
a blocked resource or a mere warning, is a finding; so is whatever the page loads beside itself.
"""

import base64
import json
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

WIDE, NARROW, NARROWEST = (1200, 1000), (760, 1000), (360, 900)


class Chromium:
    """A browser, used as `with Chromium() as browser`."""

    def __enter__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        self.profile = tempfile.TemporaryDirectory(prefix="jetbd-browser-", ignore_cleanup_errors=True)
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--window-size=1300,1100",
            "--lang=en", "--proxy-server=127.0.0.1:9", "--disable-component-update", "--no-first-run", "--force-prefers-reduced-motion",
            "--user-data-dir=" + self.profile.name,
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.profile.cleanup()

    def open(self, path, mark="", size=WIDE):
        """Opens a file, at a place of it such as `#zh`."""
        self.resize(size)
        # A change of the mark alone would load nothing.
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get(Path(path).absolute().as_uri() + mark)

    def resize(self, size):
        self.command(
            "Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False)

    def click(self, element):
        self.ask("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def theme(self, name):
        self.command(
            "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def command(self, name, **arguments):
        return self.driver.execute_cdp_cmd(name, arguments)

    def ask(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def console(self):
        """What the console said since it was last asked, and what the page loaded."""
        said = [entry["message"] for entry in self.driver.get_log("browser")]
        loaded = self.ask("return performance.getEntriesByType('resource').map(e => e.name)")
        return said + ["loads " + name for name in loaded]

    def pdf(self):
        """The printed page as text, page by page."""
        printed = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(base64.b64decode(printed))
            file.flush()
            text = subprocess.run(
                ["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True, check=True).stdout
        return text.split("\f")[:-1]

    def axe(self, engine, contrast=True):
        """What the accessibility engine finds, best practices included; without contrast, which takes longest."""
        self.ask(engine)
        found = self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'],
              rules: {'target-size': {enabled: true}, 'color-contrast': {enabled: arguments[0]}}}).then(r => done(JSON.stringify(r.violations)), e => done(JSON.stringify(
                [{id: 'engine', help: String(e), nodes: []}])));
            """, contrast)
        return [
            f"{violation['id']}: {violation['help']}: " + ", ".join(
                " ".join(node["target"]) + " " + node["html"][:120] for node in violation["nodes"][:3])
            for violation in json.loads(found)
        ]


def axe_engine():
    """The accessibility engine axe-core, from the package that the README's test command installs."""
    folder = Path(__file__).resolve().parents[2] / ".build-axe"
    for file in sorted(folder.rglob("axe.min.js")):
        return file.read_text(encoding="utf-8")
    raise SystemExit(f"axe-core is not in {folder}: the README's test command installs it")
