/* What makes a page handy: search, filters, order, a choice of views, links that open what they lead to, print.
   The page says all it has to say without any of it. */
(() => {
  'use strict';

  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* ---- tables ---- */

  class Table {
    constructor(element) {
      this.element = element;
      this.bodies = [...element.tBodies];
      this.rows = this.bodies.filter((body) => !body.classList.contains('group'));
      this.texts = new Map(this.bodies.map((body) => [body, body.textContent.toLowerCase()]));
      this.filters = [];
      this.words = [];
      this.order = null;
      if (!element.classList.contains('bare')) {
        this.addTools();
        this.addSorting();
      }
    }

    addTools() {
      const tools = make('div', { className: 'tools' });
      for (let i = 0; this.element.hasAttribute(`data-filter${i}`); i++) this.addFilter(i, tools);
      if (this.element.querySelector('.more details')) {
        const open = make('button', { type: 'button', textContent: 'Open all' });
        open.addEventListener('click', () => {
          const opening = open.textContent === 'Open all';
          for (const details of all('.more details', this.element)) details.open = opening;
          open.textContent = opening ? 'Close all' : 'Open all';
        });
        tools.append(open);
      }
      this.count = make('span', { className: 'count' });
      this.count.setAttribute('role', 'status');
      tools.append(this.count);
      this.element.parentElement.before(tools);
    }

    addFilter(index, tools) {
      const values = new Map();
      for (const row of this.rows) {
        const value = row.getAttribute(`data-f${index}`);
        if (value) values.set(value, (values.get(value) || 0) + 1);
      }
      const told = [...values.values()].reduce((sum, count) => sum + count, 0);
      if (values.size < 1 || (values.size < 2 && told === this.rows.length)) return;
      const select = make('select', {}, make('option', { value: '', textContent: 'all' }));
      for (const [value, count] of [...values].sort((a, b) => collator.compare(a[0], b[0])))
        select.append(make('option', { value, textContent: `${value} (${count})` }));
      select.addEventListener('change', () => this.update());
      this.filters.push({ index, select });
      tools.append(make('label', {}, this.element.getAttribute(`data-filter${index}`), select));
    }

    addSorting() {
      const heads = all('thead tr:last-child th', this.element);
      heads.forEach((head, column) => {
        const button = make('button', { type: 'button' }, ...head.childNodes);
        button.addEventListener('click', () => this.sort(heads, column));
        head.append(button);
      });
    }

    /* ascending, descending, as it was; rows stay below their line */
    sort(heads, column) {
      const before = heads[column].getAttribute('aria-sort');
      const order = before === 'ascending' ? 'descending' : before === 'descending' ? null : 'ascending';
      for (const head of heads) head.removeAttribute('aria-sort');
      if (order) heads[column].setAttribute('aria-sort', order);
      const text = (body) => body.rows[0].cells[column]?.textContent ?? '';
      const sign = order === 'descending' ? -1 : 1;
      const sorted = [];
      let run = [];
      const end = () => {
        if (order) run.sort((a, b) => sign * collator.compare(text(a), text(b)));
        sorted.push(...run);
        run = [];
      };
      for (const body of this.bodies)
        if (body.classList.contains('row')) run.push(body);
        else end(), sorted.push(body);
      end();
      this.element.append(...sorted);
      this.shown = sorted;
      this.update();
    }

    matches(body) {
      const text = this.texts.get(body);
      return (
        this.words.every((word) => text.includes(word)) &&
        this.filters.every((f) => !f.select.value || body.getAttribute(`data-f${f.index}`) === f.select.value)
      );
    }

    /* A heading is shown while something below it is, a line too. */
    update() {
      let count = 0, below = false, belowHeading = false;
      const bodies = this.shown || this.bodies;
      for (let i = bodies.length - 1; i >= 0; i--) {
        const body = bodies[i];
        if (body.classList.contains('group')) {
          body.hidden = !below && this.isNarrowed();
          below = belowHeading = false;
          continue;
        }
        const heading = body.classList.contains('heading');
        const match = this.matches(body);
        body.hidden = !match && !(heading && belowHeading);
        if (match) count++;
        below = below || !body.hidden;
        belowHeading = heading ? false : belowHeading || !body.hidden;
      }
      if (this.count)
        this.count.textContent = this.isNarrowed() ? `${count} of ${this.rows.length} rows` : `${this.rows.length} rows`;
      return count;
    }

    isNarrowed() {
      return this.words.length > 0 || this.filters.some((f) => f.select.value);
    }

    clear() {
      this.words = [];
      for (const f of this.filters) f.select.value = '';
      this.update();
    }
  }

  const tables = all('main table').map((element) => new Table(element));
  for (const table of tables) table.update();
  const tableOf = (element) => tables.find((table) => table.element === element.closest('table'));

  /* ---- search ---- */

  const addSearch = () => {
    const input = make('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: false });
    const status = make('span', { className: 'count' });
    status.setAttribute('role', 'status');
    const summary = make('button', { type: 'button', textContent: 'Print the summary' });
    const whole = make('button', { type: 'button', textContent: 'Print all' });
    const bar = make('div', {}, make('label', {}, 'Search', input, make('kbd', { textContent: '/' })), status);
    if (document.querySelector('section.overview')) bar.append(summary);
    bar.append(whole);
    const box = make('div', { className: 'search' }, bar);
    box.setAttribute('role', 'search');
    document.querySelector('header').after(box);

    const search = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const table of tables) {
        table.words = table.element.classList.contains('bare') ? [] : words;
        const found = table.update();
        if (words.length && !table.element.classList.contains('bare')) count += found;
      }
      for (const section of all('main section')) {
        const own = tables.filter((table) => section.contains(table.element) && !table.element.classList.contains('bare'));
        section.hidden = words.length > 0 && own.length > 0 && own.every((t) => !t.rows.some((row) => !row.hidden));
      }
      status.textContent = words.length ? `${count} rows found` : '';
    };
    input.addEventListener('input', search);
    document.addEventListener('keydown', (event) => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
        input.select();
      } else if (event.key === 'Escape' && event.target === input) {
        input.value = '';
        search();
      }
    });
    summary.addEventListener('click', () => {
      document.documentElement.classList.add('alone');
      window.print();
      document.documentElement.classList.remove('alone');
    });
    whole.addEventListener('click', () => window.print());
    return () => {
      input.value = '';
      search();
    };
  };
  const clearSearch = addSearch();

  /* ---- one of several views ---- */

  const choices = [];

  const addChoice = (section, number) => {
    const parts = all(':scope > .part', section);
    if (parts.length < 2) return;
    const legend = section.querySelector('h2').textContent;
    const fieldset = make('fieldset', {}, make('legend', { textContent: legend }));
    const buttons = parts.map((part, i) => {
      const button = make('input', { type: 'radio', name: `choice-${number}`, checked: i === 0 });
      button.addEventListener('change', () => show(i));
      fieldset.append(make('label', {}, button, part.querySelector('h3').textContent));
      return button;
    });
    const show = (index) => {
      parts.forEach((part, i) => (part.hidden = i !== index));
      buttons[index].checked = true;
    };
    parts[0].before(fieldset);
    show(0);
    choices.push({ parts, show });
  };
  all('section[data-choice]').forEach(addChoice);

  /* ---- links ---- */

  /* '27001/A.5.19' means the edition at hand, and a clause is the first thing that is in it. */
  const find = (name) => {
    const exact = document.getElementById(name);
    if (exact) return exact;
    const [standard, rest] = name.split(/\/(.*)/s);
    if (!rest) return null;
    const fits = (id) => {
      const slash = id.indexOf('/');
      const edition = id.slice(0, slash), clause = id.slice(slash + 1);
      const same = edition === standard || edition.split(':')[0] === standard;
      return slash > 0 && same && (clause === rest || clause.startsWith(`${rest}#`) || clause.startsWith(`${rest}.`));
    };
    return all('tbody[id]').find((body) => fits(body.id)) || null;
  };

  let aimed = null;

  const follow = () => {
    let name;
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = name && find(name);
    if (!target) return;
    if (aimed) aimed.classList.remove('aim');
    const table = target.closest('table') && tableOf(target);
    if (table && target.hidden) {
      clearSearch();
      table.clear();
    }
    if (target.closest('section')?.hidden) clearSearch();
    for (const choice of choices) {
      const index = choice.parts.findIndex((part) => part.contains(target));
      if (index >= 0) choice.show(index);
    }
    if (target.tagName === 'TBODY') {
      for (const details of all('details', target)) details.open = true;
      target.classList.add('aim');
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      aimed = target;
    }
    target.scrollIntoView({ block: 'start' });
  };
  window.addEventListener('hashchange', follow);
  follow();

  /* ---- where one is ---- */

  const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute('aria-current');
      links.get(entry.target.id)?.setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  for (const section of all('main section')) observer.observe(section);

  /* ---- paper: everything that is folded, and all views ---- */

  let folded = [], put = [];
  window.addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    for (const details of folded) details.open = true;
    put = choices.flatMap((choice) => choice.parts.filter((part) => part.hidden));
    for (const part of put) part.hidden = false;
  });
  window.addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
    for (const part of put) part.hidden = true;
    folded = put = [];
  });
})();
