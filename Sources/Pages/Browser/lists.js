// Lists that sort, filter and page. All that they hold can be read without this; it adds ways to look.
//
// A list is a `.list`: a table or an `ol`, perhaps a field to filter by (`.find`), a line to page by (`.pager`), and
// items beyond the first page as a JSON block of markup (`script[data-rest]`), in which what items share is one character.
(function () {
  'use strict';
  var root = document.documentElement;

  function all(query, within) { return [].slice.call((within || document).querySelectorAll(query)); }
  function words(language, within) { return all('[lang|=' + language + ']', within); }

  // The text of an element in one language.
  function text(element, language) {
    var copy = element.cloneNode(true);
    words(language === 'zh' ? 'en' : 'zh', copy).forEach(function (other) { other.remove(); });
    all('small', copy).forEach(function (line) { line.prepend(' '); });
    return copy.textContent.trim();
  }

  // A cell's number. `<0.01` lies below `0.01` and `>99 %` above `99 %`; what is no number (`–`, `·`) lies below all.
  function number(cell) {
    if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
    var found = /([<>])?([-−]?[\d,]*\.?\d+)/.exec(text(cell, 'en').replace(/\s/g, ''));
    if (!found) return -Infinity;
    var value = Number(found[2].replace(/,/g, '').replace('−', '-'));
    return found[1] ? value + (found[1] === '<' ? -1e-9 : 1e-9) : value;
  }

  function isNumber(cell) {
    return /^([A-Z]{3}\s)?[+<>±−-]?\s*\d/.test(text(cell, 'en'));
  }

  function grouped(count, language) {
    var digits = String(count);
    if (language === 'zh' && count < 10000) return digits;
    return digits.replace(/\B(?=(\d{3})+$)/g, language === 'zh' ? '\u202f' : ',');
  }

  // Fills the numbers into both languages of a line of words.
  function say(line, values) {
    all('[data-t]', line).forEach(function (part) {
      var language = part.lang.slice(0, 2);
      part.textContent = part.dataset.t.replace(/\{(\w+)\}/g, function (_, name) {
        return grouped(values[name], language);
      });
    });
  }

  function List(box) {
    var table = box.querySelector(':scope > figure > table');
    var holder = table ? table.tBodies[0] : box.querySelector(':scope > ol');
    var rest = box.querySelector('script[data-rest]');
    var field = box.querySelector('.find input');
    var found = box.querySelector('.find output');
    var pager = box.querySelector('.pager');
    var most = pager ? Number(pager.dataset.most) : Infinity;
    var first = 0;
    var count = holder.children.length + (rest ? Number(rest.dataset.rest) : 0);
    var items = null;
    var shown = null;
    var sorted = null;

    // An item is a row with the rows that say more of it.
    function read() {
      if (items) return;
      var elements = [].slice.call(holder.children);
      if (rest) {
        var markup = document.createElement('template');
        var block = JSON.parse(rest.textContent);
        markup.innerHTML = block.items.join('').replace(/[\ue000-\uf8ff]/g, function (mark) {
          return block.parts[mark.charCodeAt(0) - 0xe000];
        });
        elements = elements.concat([].slice.call(markup.content.children));
        rest.remove();
      }
      items = [];
      elements.forEach(function (element) {
        if (element.classList.contains('say') && items.length) items[items.length - 1].rows.push(element);
        else items.push({ place: items.length, rows: [element] });
      });
      shown = items;
    }

    function cell(item, column) {
      var row = item.rows[0];
      return table ? row.cells[column] : row.querySelector('summary .' + column);
    }

    // Text stands at the left; a number in it is no number to sort by.
    function isNumeric(column) {
      var head = table && table.tHead.querySelector('th.l:not(.wide) [data-column="' + column + '"]');
      return column !== 0 && items.some(function (item) {
        var place = cell(item, column);
        return place.dataset.v !== undefined || !head && isNumber(place);
      });
    }

    function contents(item) {
      if (item.text === undefined) {
        item.text = item.rows.map(function (row) { return row.textContent; }).join(' ').normalize('NFKC').toLowerCase();
      }
      return item.text;
    }

    function lay() {
      first = Math.max(0, Math.min(first, shown.length - 1));
      if (pager) first -= first % most;
      var rows = [];
      shown.slice(first, first + most).forEach(function (item) {
        rows = rows.concat(item.rows);
      });
      holder.replaceChildren.apply(holder, rows);
      tell();
    }

    function tell() {
      var seen = shown ? shown.length : count;
      if (found) say(found, { shown: seen, all: count });
      if (!pager) return;
      pager.hidden = seen <= most;
      say(pager, { first: seen ? first + 1 : 0, last: Math.min(seen, first + most), all: seen });
      var buttons = all('button', pager);
      // One that is disabled would lose the keyboard's focus.
      buttons[0].setAttribute('aria-disabled', String(first === 0));
      buttons[1].setAttribute('aria-disabled', String(first + most >= seen));
    }

    function arrange() {
      read();
      var asked = field ? field.value.normalize('NFKC').toLowerCase().split(/\s+/) : [];
      shown = items.filter(function (item) {
        return asked.every(function (word) { return contents(item).indexOf(word) >= 0; });
      });
      if (sorted) shown = inOrder(shown);
      first = 0;
      lay();
    }

    // What compares the same keeps the page's own order.
    function inOrder(list) {
      var language = root.lang.slice(0, 2);
      var column = sorted.column;
      var sign = sorted.up ? 1 : -1;
      var compare = new Intl.Collator(root.lang, { numeric: true }).compare;
      var keyed = list.map(function (item) {
        var place = cell(item, column);
        return { item: item, key: sorted.numeric ? number(place) : text(place, language) };
      });
      keyed.sort(function (a, b) {
        var order = sorted.numeric
          ? (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) : compare(a.key, b.key);
        return sign * order || a.item.place - b.item.place;
      });
      return keyed.map(function (entry) { return entry.item; });
    }

    // Numbers go from the largest first, names from the first letter, what is nearest from the nearest (`data-up`); then the other way; then as the page had it.
    function sortBy(column) {
      read();
      if (!sorted || sorted.column !== column) {
        var numeric = isNumeric(column);
        var up = !numeric || table && table.tHead.querySelector('th[data-up] [data-column="' + column + '"]') !== null;
        sorted = { column: column, numeric: numeric, up: up, turned: false };
      } else if (!sorted.turned) {
        sorted = { column: column, numeric: sorted.numeric, up: !sorted.up, turned: true };
      } else {
        sorted = null;
      }
      arrange();
      heads.forEach(function (head) {
        var order = !sorted || head.column !== sorted.column ? '' : sorted.up ? 'ascending' : 'descending';
        head.button.dataset.order = order;
        if (!table) head.button.setAttribute('aria-pressed', String(order !== ''));
        else if (order) head.element.setAttribute('aria-sort', order);
        else head.element.removeAttribute('aria-sort');
      });
    }

    function head(element, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'by';
      button.dataset.column = column;
      while (element.firstChild) button.appendChild(element.firstChild);
      element.appendChild(button);
      if (!table) button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', function () { sortBy(column); });
      return { element: element, button: button, column: column };
    }

    var heads = [];
    if (count > 1 && table) {
      var column = 0;
      [].forEach.call(table.tHead.rows[table.tHead.rows.length - 1].cells, function (element) {
        if (element.tagName === 'TH' && !element.hasAttribute('data-plain')) heads.push(head(element, column + element.colSpan - 1));
        column += element.colSpan;
      });
    } else if (count > 1) {
      heads = all('.ph [data-by]', box).map(function (element) { return head(element, element.dataset.by); });
    }
    if (field) {
      box.querySelector('.find').hidden = false;
      field.addEventListener('input', arrange);
    }
    if (pager) {
      all('button', pager).forEach(function (button, place) {
        button.addEventListener('click', function () {
          if (button.getAttribute('aria-disabled') === 'true') return;
          read();
          first += place ? most : -most;
          lay();
          box.scrollIntoView({ block: 'start', behavior: 'instant' });
        });
      });
      all('.unpaged', box).forEach(function (note) { note.hidden = true; });
    }
    tell();
  }

  all('.list').forEach(List);
})();
