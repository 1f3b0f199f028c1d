// Strings, built: a template language (values, sections, conditions, filters, escapes) compiled to functions, and pages made with it.
//
// Scans templates with indexOf and slice, builds pages with += and join. A second renderer, written in plain JavaScript, has to
// make the same pages.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const PAGES = Math.max(2, Math.round(1500 * SCALE));

const ESCAPES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']]);

function escapeHtml(text) {
  let result = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const replacement = ESCAPES.get(text[i]);
    if (replacement === undefined) continue;
    result += text.slice(start, i) + replacement;
    start = i + 1;
  }
  return start === 0 ? text : result + text.slice(start);
}

const FILTERS = {
  upper: (value) => String(value).toUpperCase(),
  price: (value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`,
  join: (value, separator) => value.join(separator),
  truncate: (value, length) => (value.length > length ? value.slice(0, length).trimEnd() + '…' : value),
  capitalize: (value) => value.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '),
};

class Template {
  static cache = new Map();

  static of(source) {
    let template = Template.cache.get(source);
    if (template === undefined) {
      template = new Template(source);
      Template.cache.set(source, template);
    }
    return template;
  }

  constructor(source) {
    this.source = source;
    this.at = 0;
    this.render = this.parseBlock(null);
  }

  /** Everything up to the closing tag of a section, as one function from a scope to text. */
  parseBlock(closing) {
    const parts = [];
    for (;;) {
      const open = this.source.indexOf('{{', this.at);
      const text = this.source.slice(this.at, open < 0 ? undefined : open);
      if (text !== '') parts.push(() => text);
      if (open < 0) {
        if (closing !== null) throw new SyntaxError(`{{/${closing}}} is missing`);
        break;
      }
      const close = this.source.indexOf('}}', open);
      if (close < 0) throw new SyntaxError(`}} is missing after ${open}`);
      const tag = this.source.slice(open + 2, close).trim();
      this.at = close + 2;
      if (tag[0] === '/') {
        if (tag.slice(1) !== closing) throw new SyntaxError(`{{${tag}}} closes nothing`);
        break;
      }
      parts.push(this.parseTag(tag));
    }
    return (scope) => {
      let result = '';
      for (const part of parts) result += part(scope);
      return result;
    };
  }

  parseTag(tag) {
    const [word, ...rest] = tag.split(' ');
    switch (word) {
      case '#each': {
        const list = Template.expression(rest.join(' '));
        const body = this.parseBlock('each');
        return (scope) => {
          let result = '';
          list(scope).forEach((item, index, all) => {
            result += body({ ...scope, item, index, last: index === all.length - 1 });
          });
          return result;
        };
      }
      case '#if': {
        const condition = Template.expression(rest.join(' '));
        const body = this.parseBlock('if');
        return (scope) => (condition(scope) ? body(scope) : '');
      }
      case '#unless': {
        const condition = Template.expression(rest.join(' '));
        const body = this.parseBlock('unless');
        return (scope) => (condition(scope) ? '' : body(scope));
      }
      case 'raw':
        return Template.expression(rest.join(' '));
      default: {
        const value = Template.expression(tag);
        return (scope) => escapeHtml(String(value(scope) ?? ''));
      }
    }
  }

  /** `a.b.c | filter argument | filter` */
  static expression(text) {
    const [pathText, ...filters] = text.split('|').map((part) => part.trim());
    const path = pathText.split('.');
    let value = (scope) => {
      let at = scope;
      for (const name of path) at = at?.[name];
      return at;
    };
    for (const filter of filters) {
      const space = filter.indexOf(' ');
      const name = space < 0 ? filter : filter.slice(0, space);
      const argument = space < 0 ? undefined : JSON.parse(filter.slice(space + 1));
      const f = FILTERS[name];
      if (f === undefined) throw new SyntaxError(`there is no filter '${name}'`);
      const inner = value;
      value = (scope) => f(inner(scope), argument);
    }
    return value;
  }
}

const PAGE = `<!doctype html>
<title>{{ shop.name | upper }}: {{ title | capitalize }}</title>
<ul class="{{ style }}">
{{#each items}}  <li id="item-{{ item.id }}">{{ item.name | truncate 18 }}{{#if item.tags.length}} ({{ item.tags | join ", " }}){{/if}}
    <b>{{ item.price | price }}</b>{{#unless item.stock}} sold out{{/unless}}{{#unless last}},{{/unless}}</li>
{{/each}}</ul>
{{#if footer}}<footer>{{ raw footer }}</footer>{{/if}}
`;

/** The same page without templates. */
function plainPage({ shop, title, style, items, footer }) {
  const lines = ['<!doctype html>'];
  const heading = title.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  lines.push(`<title>${escapeHtml(shop.name.toUpperCase())}: ${escapeHtml(heading)}</title>`, `<ul class="${escapeHtml(style)}">`);
  items.forEach(({ id, name, tags, price, stock }, i) => {
    const short = name.length > 18 ? name.slice(0, 18).trimEnd() + '…' : name;
    const cents = price % 100;
    lines.push(`  <li id="item-${id}">${escapeHtml(short)}${tags.length > 0 ? ` (${escapeHtml(tags.join(', '))})` : ''}`);
    lines.push(`    <b>${(price - cents) / 100}.${cents < 10 ? '0' : ''}${cents}</b>${stock ? '' : ' sold out'}${i === items.length - 1 ? '' : ','}</li>`);
  });
  lines.push('</ul>', footer ? `<footer>${footer}</footer>` : '', '');
  return lines.join('\n');
}

let state = 17;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const WORDS = ['lamp', 'chair & table', 'desk', '<pen>', 'clock', 'rug "royal"', 'red', 'green', 'old', 'new'];
const phrase = (count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');

let characters = 0;
let checksum = 0;
for (let n = 0; n < PAGES; n++) {
  const data = {
    shop: { name: `shop ${n % 10}` },
    title: phrase(3),
    style: n % 2 === 0 ? 'wide' : 'narrow "x"',
    items: Array.from({ length: 5 + random(20) }, (_, id) => ({
      id, name: phrase(1 + random(4)), price: random(100_000), stock: random(4), tags: Array.from({ length: random(3) }, () => WORDS[random(WORDS.length)]),
    })),
    footer: n % 3 === 0 ? `<i>${n}</i>` : '',
  };
  const page = Template.of(PAGE).render(data);
  if (page !== plainPage(data)) throw new Error(`page ${n} differs`);
  characters += page.length;
  for (let i = 0; i < page.length; i += 16) checksum = (Math.imul(checksum, 31) + page.charCodeAt(i)) | 0;
}
console.log(`template-rendering: ${PAGES} pages, ${characters} characters, checksum ${checksum}`);
