// Handlebars compiles templates to functions (with the Function constructor) and runs them.
const Handlebars = require('handlebars/dist/cjs/handlebars').default;
const times = require('./times.cjs');
Handlebars.registerHelper('upper', (text) => String(text).toUpperCase());
Handlebars.registerHelper('repeat', function (n, options) { let out = ''; for (let i = 0; i < n; i++) out += options.fn(this, { data: { index: i } }); return out; });
Handlebars.registerPartial('person', '<b>{{name}}</b>{{#if age}} ({{age}}){{/if}}');
const template = Handlebars.compile(`{{!-- comment --}}<h1>{{upper title}}</h1>
{{#each people as |person key|}}
  {{key}}: {{> person person}} {{#unless person.age}}no age{{else}}{{../suffix}}{{/unless}} {{@index}} {{@first}} {{@last}}
{{else}}nobody{{/each}}
{{#with deep.er}}{{value}} {{{raw}}} {{raw}}{{/with}} {{lookup map "key"}} {{#repeat 3}}{{@index}},{{/repeat}} \\{{escaped}} {{~trimmed~}}
{{#each map}}{{@key}}={{this}};{{/each}}`);
const data = { title: 'hello & bye', suffix: 'years', people: [{ name: '<Ada>', age: 36 }, { name: 'Grace' }], deep: { er: { value: 1, raw: '<i>"x"</i>' } }, map: { key: 'v', other: 2 }, trimmed: 'T' };
console.log(Handlebars.VERSION);
console.log(times(() => template(data)));
console.log(template({ people: [] }));
console.log(Handlebars.precompile('{{a.b}} {{#if c}}x{{/if}}'));
console.log(JSON.stringify(Handlebars.parse('{{#a b c=1}}{{{d}}}{{/a}}')));
for (const wrong of ['{{#if}}', '{{a', '{{#a}}{{/b}}', '{{nope 1}}']) {
  try {
    console.log(Handlebars.compile(wrong)({}));
  } catch (error) {
    console.log(error.message.split('\n')[0]);
  }
}
console.log(new Handlebars.SafeString('<b>').toString(), Handlebars.escapeExpression('<&>"\'`='), Handlebars.create().compile('{{x}}', { noEscape: true })({ x: '<' }));
