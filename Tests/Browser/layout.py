"""Whether everything on a page can be read: nothing lies over another, is cut off, sticks out or is empty."""

SCRIPT = r"""
const findings = [];
const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
const name = e => e.tagName.toLowerCase() + '.' + (e.getAttribute('class') || '') + ' "' + e.textContent.trim().slice(0, 40) + '"';
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width + 1) {
  const out = [...document.querySelectorAll('body *')].filter(e => seen(e) && !e.closest('.skip') && !e.closest('.scroll')
    && e.getBoundingClientRect().right > width + 1).slice(0, 3).map(name);
  findings.push('the page scrolls sideways: ' + document.documentElement.scrollWidth + ' > ' + width + ' ' + out);
}
for (const svg of document.querySelectorAll('svg')) {
  if (!seen(svg)) continue;
  const frame = svg.getBoundingClientRect();
  if (frame.width < 4 || frame.height < 3) findings.push('a drawing without room: ' + name(svg.parentElement));
  const shapes = [...svg.querySelectorAll('path, rect, circle, line')].filter(seen);
  if (!shapes.length) findings.push('an empty drawing: ' + name(svg.parentElement));
  const texts = [...svg.querySelectorAll('text')].filter(e => seen(e) && e.textContent.trim());
  const boxes = texts.map(e => e.getBoundingClientRect());
  texts.forEach((text, i) => {
    const a = boxes[i];
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
      findings.push('a label is cut off: ' + name(text));
    for (let j = i + 1; j < texts.length; j++) {
      const b = boxes[j];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 3) findings.push('labels lie over each other: ' + name(text) + ' ' + name(texts[j]));
    }
  });
}
const range = document.createRange();
for (const cell of document.querySelectorAll('th, td, dd, dt, summary > span, .att li, .lead p, h1, h2, h3, button, code')) {
  if (!seen(cell) || !cell.textContent.trim()) continue;
  range.selectNodeContents(cell);
  const box = cell.getBoundingClientRect();
  for (const text of range.getClientRects()) {
    if (text.width && (text.right > box.right + 2 || text.left < box.left - 2)) {
      findings.push('text sticks out: ' + name(cell) + ' by ' + Math.round(Math.max(text.right - box.right, box.left - text.left)));
      break;
    }
  }
}
return findings;
"""


def layout(browser):
    return browser.ask(SCRIPT)
