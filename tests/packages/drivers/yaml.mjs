// YAML: parsing, documents with comments, and writing.
import * as YAML from 'yaml';
import times from './times.cjs';
const text = `# A comment.
%YAML 1.2
---
anchors: &base { name: base, list: [1, 2.5, 0x1f, 1e3, .inf, -.INF, .NaN, ~, null, true, No] }
merged:
  <<: *base
  name: "merged \\u00e9 \\"quoted\\""
block: |
  literal
    text

folded: >-
  folded
  text

  paragraph
? complex key
: - nested
  - - deeper
    - { flow: [a, 'b c', "d"], "e": f }
dates: 2001-12-14t21:59:43.10-05:00
binary: !!str 123
set: !!set { a, b }
empty:
...
`;
const source = text.replace('# A comment.\n%YAML 1.2\n', '%YAML 1.2\n# A comment.\n');
console.log(times(() => YAML.parse(source, { merge: true })));
const doc = YAML.parseDocument(source, { merge: true });
doc.setIn(['block'], 'changed\nlines\n');
doc.addIn(['dates2'], new Date(0));
doc.deleteIn(['set']);
doc.commentBefore = ' new comment';
console.log(String(doc));
console.log(doc.errors.length, doc.warnings.length, doc.getIn(['merged', 'name']), YAML.isMap(doc.contents), doc.toJSON().anchors.list.length);
console.log(YAML.stringify({ a: [1, 'two', { three: null }], 'key: odd': '- text', long: 'x'.repeat(100), multi: 'a\nb\n', num: '1', t: true, u: undefined, e: [], o: {}, m: new Map([[{ k: 1 }, new Set([1])]]) }));
console.log(YAML.stringify([1, [2, 3]], { indent: 4, flowCollectionPadding: false }), YAML.parseAllDocuments('a: 1\n---\nb: 2\n').map((d) => d.toJS()));
for (const wrong of ['a: b: c', '[1, 2', '"open', 'a: 1\na: 2', '&x *x', '\t- tab']) {
  const { errors } = YAML.parseDocument(wrong);
  console.log(errors.map((e) => `${e.code} ${e.message.split('\n')[0]}`));
}
console.log([...new YAML.Lexer().lex('a: [1]\n')], [...new YAML.Parser().parse('a: 1')].length);
