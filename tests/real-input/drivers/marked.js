// marked renders its own README.md, and a page with the corners of Markdown.
import { Marked, marked } from 'marked';
import readme from 'file:marked/README.md';
import { repeated } from './digest.js';

console.log(repeated(() => marked.parse(readme)));
console.log(JSON.stringify(marked.lexer(readme.slice(0, 1500)), null, 1));

const page = `Setext
===

# ATX *with _nested_ emphasis* #

* item
  1. one
  2) other list

     > quote in a list
* [x] done
* [ ] not done, \`code \`\` here\`

| a | b \\| c | d |
|:--|:-:|--:|
| 1 | **2** | ~~3~~ |

    indented code <&>

\`\`\`js title
fenced("code");
\`\`\`

<div align="center">*raw* html</div>

[link](<a b> "title") ![image](x.png 'y') <https://example.org> www.example.org [ref] [ref][other] a\\
break  
hard &copy; &#35; \\* escaped

[ref]: /url (title)
[other]: <> "nothing"

---
***bold italic*** **a*b*c** _a_b_ *a _b* c_
`;
console.log(marked.parse(page));
console.log(marked.parse(page, { gfm: false, pedantic: true }));
console.log(new Marked({ breaks: true, renderer: { heading: ({ depth, text }) => `<h${depth + 1} id="${text.toLowerCase().replace(/\W+/g, '-')}">\n` } }).parse(page));
console.log(marked.parseInline('**inline** `only` <b>x</b>'));
