// marked from its own files.
import { marked } from 'marked';
import times from './times.cjs';

const page = '# Title *em*\n\n- [x] a\n- b\n\n  > quote\n\n| a | b |\n|:--|--:|\n| 1 | `2` |\n\n```js\nx < y\n```\n\n[link](<a b> "t") ![i](x.png) <https://example.org> **b** ~~s~~ &copy;\n\n1. one\n2. two\n';
console.log(times(() => marked.parse(page)));
console.log(await marked.parse(page, { async: true }) === marked.parse(page), JSON.stringify(marked.lexer(page)));
