// acorn parses its own source, with places and comments, and the tree is written as JSON.
import { parse, tokenizer, version } from 'acorn';
import source from 'file:acorn/dist/acorn.js';
import { digest, repeated } from './digest.js';

const comments = [];
const tree = repeated(() => {
  comments.length = 0;
  return parse(source, { ecmaVersion: 'latest', locations: true, ranges: true, onComment: comments });
});
console.log('acorn', version, tree.type, tree.body.length, comments.length);
digest('tree', JSON.stringify(tree));
digest('comments', JSON.stringify(comments, null, 1));
digest('tokens', Array.from(tokenizer(source.slice(0, 20_000), { ecmaVersion: 2022 }), ({ type, value, start }) => `${start} ${type.label} ${String(value)}`).join('\n'));

for (const wrong of ['let x = ;', 'class { }', 'a => { return\n} b', '({ a: 1, a = 2 })', 'for (const x of y z', '"\\u{110000}"', 'let let = 1', '/(/', '`${', 'x = { get a(b) {} }']) {
  try {
    console.log(parse(wrong, { ecmaVersion: 2022 }).type);
  } catch (error) {
    console.log(error instanceof SyntaxError, error.message, error.pos, error.loc.line, error.raisedAt);
  }
}
