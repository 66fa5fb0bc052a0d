// What a page does in a browser: test.js FOLDER, with the pages made by run.sh
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const folder = path.resolve(process.argv[2]);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tests = [];
const test = (name, run, options = {}) => tests.push({ name, run, options });

/* A page, and all that went wrong in it. */
const open = async (browser, file, options, hash = '') => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(message.text());
  });
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) page.problems.push(`loads ${request.url()}`);
  });
  await page.goto(`file://${folder}/${file}${hash}`);
  return page;
};

const shown = (page, selector) =>
  page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility() && element.getClientRects().length).length);
const section = (page, id) => shown(page, `#${id} tbody.row`);

/* The policy of the page keeps out what is added to it, so it is set aside for axe, which sees the first rows of each
   table: they are all alike, and it takes minutes over thousands. */
const violations = async (browser, file, options) => {
  const page = await open(browser, file, { bypassCSP: true, ...options });
  await page.evaluate(axe);
  await page.$$eval('table', (tables) => {
    for (const table of tables) for (const body of [...table.tBodies].slice(12)) body.remove();
  });
  const result = await page.evaluate(() =>
    window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  );
  await page.context().close();
  return result.violations.map((v) => `${v.id}: ${v.nodes.length} times, ${v.nodes[0].html.slice(0, 200)}`);
};

test('a word narrows all tables, and Escape shows all again', async (page) => {
  const before = await section(page, 'gap');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  await page.keyboard.type('supplier');
  const after = await section(page, 'gap');
  assert.ok(after > 0 && after < before, `${after} of ${before}`);
  const texts = await page.$$eval('#gap tbody.row:not([hidden])', (all) => all.map((row) => row.textContent));
  assert.ok(texts.every((text) => /supplier/i.test(text)));
  assert.match(await page.textContent('.search .count'), /^\d+ rows found$/);
  await page.keyboard.press('Escape');
  assert.equal(await section(page, 'gap'), before);
});

test('a search without result hides the sections that have none', async (page) => {
  await page.fill('#search', 'no such word anywhere');
  assert.equal(await shown(page, '#gap'), 0);
  assert.equal(await shown(page, '#summary'), 1);
  assert.equal(await page.textContent('.search .count'), '0 rows found');
});

test('a filter shows the rows of one state, and tells how many', async (page) => {
  const select = page.locator('#gap .tools label', { hasText: 'State' }).locator('select');
  await select.selectOption('extend');
  const states = await page.$$eval('#gap tbody.row:not([hidden]) .mark', (all) => all.map((mark) => mark.textContent));
  assert.ok(states.length > 0 && states.every((state) => state === 'extend'));
  assert.match(await page.textContent('#gap .tools .count'), new RegExp(`^${states.length} of \\d+ rows$`));
  assert.equal(await shown(page, '#gap tbody.group'), await page.$$eval('#gap tbody.group:not([hidden])', (a) => a.length));
  await select.selectOption('');
});

test('a column is put in order both ways, and back', async (page) => {
  const column = () => page.$$eval('#soa tbody.row th', (all) => all.map((cell) => cell.textContent));
  const before = await column();
  const head = page.locator('#soa thead th', { hasText: 'Control' }).first();
  await head.locator('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  await head.locator('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  const down = await column();
  assert.notDeepEqual(down, before);
  await head.locator('button').click();
  assert.equal(await head.getAttribute('aria-sort'), null);
  assert.deepEqual(await column(), before);
});

test('numbers are ordered by value: A.5.9 before A.5.10', async (page) => {
  const head = page.locator('#soa thead th', { hasText: 'Control' }).first();
  await head.locator('button').click();
  const column = await page.$$eval('#soa tbody.row th', (all) => all.map((cell) => cell.textContent));
  assert.ok(column.indexOf('A.5.9') < column.indexOf('A.5.10'));
  assert.ok(column.indexOf('A.5.9') >= 0);
});

test('the pivot is switched with the keyboard', async (page) => {
  assert.equal(await shown(page, '#correlation .part'), 1);
  await page.focus('#correlation input[type=radio]');
  await page.keyboard.press('ArrowDown');
  assert.equal(await shown(page, '#correlation .part'), 1);
  assert.equal(await shown(page, '#correlation .part:nth-of-type(2)'), 1);
  assert.match(await page.textContent('#correlation .part:not([hidden]) h3'), /20000-1/);
});

test('a gap opens to both sides, next to each other, and to its chain', async (page) => {
  const row = page.locator('[id="27001:2022/4.1#1"]');
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  const [left, right] = await row.locator('.sides > div').all();
  const a = await left.boundingBox(), b = await right.boundingBox();
  assert.ok(Math.abs(a.y - b.y) < 1 && b.x >= a.x + a.width);
  assert.match(await left.textContent(), /^Asked here27001:2022\/4\.1#1: Know the circumstances/);
  assert.match(await right.textContent(), /9001:2015\/4\.1#1 extend: Find out/);
  assert.match(await row.textContent(), /Chain27001:2022\/4\.1#1 = hs:2021\/4\.1#1/);
});

test('a row leads to the rows of the mappings that it rests on', async (page) => {
  const row = page.locator('[id="27001:2022/4.1#1"]');
  await row.locator('summary').click();
  await row.locator('a', { hasText: 'builtin:relations/iso9001-2015--hs-2021.xml' }).first().click();
  const aimed = page.locator('tbody.aim');
  assert.match(await aimed.getAttribute('id'), /^builtin:relations\/iso9001-2015--hs-2021\.xml:\d+$/);
  assert.ok(await aimed.locator('details').evaluate((details) => details.open));
});

test('a link to a demand opens it', async (page) => {
  const row = page.locator('[id="27001:2022/A.5.6#1"]').first();
  assert.ok(await row.evaluate((element) => element.classList.contains('aim')));
  assert.ok(await row.evaluate((element) => element.contains(document.activeElement)));
  const box = await row.boundingBox();
  assert.ok(box.y >= 0 && box.y < 900, `at ${box.y}`);
}, { hash: '#27001:2022/A.5.6%231' });

test('a link may leave the year and the demand out', async (page) => {
  assert.match(await page.getAttribute('tbody.aim', 'id'), /^27001:2022\/A\.5\.24(#|$)/);
}, { hash: '#27001/A.5.24' });

test('a link shows a row that a search has hidden', async (page) => {
  await page.fill('#search', 'no such word anywhere');
  await page.evaluate(() => (location.hash = '#27001:2022/4.1%231'));
  await page.waitForSelector('tbody.aim');
  assert.equal(await shown(page, '[id="27001:2022/4.1#1"]'), 1);
  assert.equal(await page.inputValue('#search'), '');
});

test('the first key leads past the contents', async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
});

test('nothing runs over the edge of a narrow screen', async (page) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width} pixels wide`);
}, { viewport: { width: 390, height: 800 } });

for (const width of [1280, 390])
  test(`no table is wider than its place, ${width} pixels`, async (page) => {
    const wide = await page.$$eval('.scroll:has(table)', (all) => {
      for (const part of document.querySelectorAll('.part')) part.hidden = false;
      return all.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label'));
    });
    assert.deepEqual(wide, []);
  }, { viewport: { width, height: 900 } });

test('no column of the summary is empty where nothing is certified', async (page) => {
  const heads = await page.$$eval('#summary table:first-of-type thead tr:last-child th', (all) => all.map((head) => head.textContent));
  assert.ok(heads.includes('Certified') && !heads.includes('Certificate'), heads.join());
}, { file: 'security.html' });

test('a state has one colour, as a mark, in bars and beside counts', async (page) => {
  const colors = await page.evaluate(() => {
    const of = (selector, property, part) => getComputedStyle(document.querySelector(`#summary ${selector}`), part)[property];
    return ['run', 'extend', 'partial', 'related', 'gap'].map((state) => [
      of(`.mark[data-v="${state}"]`, 'backgroundColor'), of(`rect[data-v="${state}"]`, 'fill'),
      of(`li[data-v="${state}"]`, 'backgroundColor', '::before')]);
  });
  for (const [mark, bar, beside] of colors) assert.ok(mark === bar && mark === beside, `${mark} ${bar} ${beside}`);
  assert.equal(new Set(colors.map(([mark]) => mark)).size, colors.length);
});

test('dark where the screen is', async (page) => {
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, 'rgb(20, 23, 27)');
}, { colorScheme: 'dark' });

test('without script everything can be read', async (page) => {
  assert.equal(await shown(page, '#correlation .part'), 3);
  assert.ok((await section(page, 'gap')) > 50);
  assert.equal(await shown(page, 'nav a'), 12);
  await page.locator('#gap .more summary').first().click();
  assert.ok((await shown(page, '#gap .more dl')) > 0);
  assert.equal(await shown(page, 'input, select, button'), 0);
}, { javaScriptEnabled: false });

/* In a PDF a page is an object of the type Page. */
const pages = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) || []).length;

test('the summary prints alone, on one page', async (page) => {
  await page.evaluate(() => document.documentElement.classList.add('alone'));
  assert.equal(pages(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 1);
});

for (const javaScriptEnabled of [true, false])
  test(`what is folded is printed, ${javaScriptEnabled ? 'with' : 'without'} script`, async (page) => {
    assert.equal(await shown(page, '#gap .more dl'), 0);
    await page.emulateMedia({ media: 'print' });
    if (javaScriptEnabled) await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.ok((await shown(page, '#gap .more dl')) > 50);
    assert.equal(await shown(page, '#correlation .part'), 3);
    assert.equal(await shown(page, '.search, nav, .tools'), 0);
    if (javaScriptEnabled) {
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      assert.equal(await shown(page, '#gap .more dl'), 0);
      assert.equal(await shown(page, '#correlation .part'), 1);
    }
  }, { javaScriptEnabled });

test('what looks like markup is text', async (page) => {
  assert.equal(await page.textContent('h1'), '<script>fail()</script>');
  assert.match(await page.textContent('#summary table'), /<\/table><script>fail\(\)<\/script>/);
  assert.match(await page.textContent('#coverage'), /P" onmouseover="fail\(\) <svg onload=fail\(\)>/);
  const others = 'main img:not([src^="data:image/svg+xml,"]), main svg:not([aria-hidden]), [onmouseover]';
  assert.equal(await page.$$eval(others, (all) => all.length), 0);
}, { file: 'hostile.html' });

test('pictures are images with words for those who cannot see them', async (page) => {
  const images = await page.$$eval('#pictures img', (all) => all.map((image) => [image.naturalWidth, image.alt]));
  assert.equal(images.length, 10); // two of the register, four of the standards, four from one edition to the next
  for (const [width, words] of images)
    assert.ok(width > 100 && /here of ISO/.test(words), `${width}: ${words}`);
});

test('a single table is a page too', async (page) => {
  assert.ok((await shown(page, 'tbody.row')) > 100);
  await page.fill('#search', 'climate');
  assert.ok((await shown(page, 'tbody.row')) < 10);
}, { file: 'table.html' });

const main = async () => {
  const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox'] });
  let failures = 0;
  const report = (name, problems) => {
    if (problems.length) failures++;
    console.log(`${problems.length ? 'not ok' : 'ok'} ${name}`);
    for (const problem of problems) console.log(`  ${problem}`);
  };
  for (const { name, run, options } of tests) {
    const { file = 'register.html', hash, ...rest } = options;
    const page = await open(browser, file, rest, hash);
    const problems = [];
    try {
      await run(page);
    } catch (error) {
      problems.push(error.message);
    }
    report(name, [...problems, ...page.problems]);
    await page.context().close();
  }
  for (const file of ['register.html', 'wanted.html', 'table.html'])
    for (const colorScheme of ['light', 'dark'])
      report(`axe-core finds nothing in ${file}, ${colorScheme}`, await violations(browser, file, { colorScheme }));
  report('axe-core finds nothing on a narrow screen',
    await violations(browser, 'wanted.html', { viewport: { width: 390, height: 800 } }));
  const size = fs.statSync(path.join(folder, 'register.html')).size;
  report('the page is smaller than 2.5 MB', size < 2.5e6 ? [] : [`${size} bytes`]);
  await browser.close();
  process.exit(failures ? 1 : 0);
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
