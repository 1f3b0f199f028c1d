// Prettier, as it runs in browsers, formats JavaScript, TypeScript, CSS, Markdown and JSON.
import * as prettier from 'prettier/standalone.mjs';
import babel from 'prettier/plugins/babel.mjs';
import estree from 'prettier/plugins/estree.mjs';
import markdown from 'prettier/plugins/markdown.mjs';
import postcss from 'prettier/plugins/postcss.mjs';

const plugins = [babel, estree, markdown, postcss];
const texts = {
  babel: `const {a,b:{c=1},...rest}=await import("x")
async function*f(x,...ys){for await(const y of ys)yield*g(y)?a:b??c;label:while(1){if(x)continue label;else break}}
export default class A extends (B,C){static #p=1;get[x](){return super.x?.y?.[0]?.()}static{this.#p??=new.target}}
const veryLongFunctionName=(firstArgument,secondArgument)=>anotherFunctionWithALongName(firstArgument,{secondArgument,third:[1,2,3]}).then(x=>x*2).catch(()=>{});
switch(a){case 1:case 2:b();break;default:c()}try{throw null}catch{}finally{/* nothing */}
const el=<div className="a"  {...props}>text {value}</div>; // trailing
const text=\`a \${b+\`c\`} d\`+'it\\'s'+"say \\"hi\\"";`,
  'babel-ts': 'type  U<T>={readonly[K in keyof T]?:T[K]}|((a:string)=>asserts a is number);abstract class A<T extends object=any>implements I{private constructor(public readonly x:number,y?:string){}}',
  css: '@media (max-width:100px){a>b,c~d::before{color:RED;background:url( "x.png" );margin:0 0 0 0}}\n.a{&:hover{--x:{a:b}}}',
  json: '{"a":[1,2,{"b":null}],"long":["aaaaaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","ccccccccccccccccc"]}',
  markdown: 'Title\n===\n* a\n* b\n    1) c\n\n|a|b|\n|-|:-:|\n|1|22222|\n\n```js\nlet   x=1\n```\n**bold** __it__ <b>x</b>',
};
for (let n = Number(globalThis.scriptArgs?.[0] ?? 1); n > 0; n--) {
  for (const [parser, text] of Object.entries(texts)) {
    const formatted = await prettier.format(text, { parser, plugins, printWidth: 60, singleQuote: true });
    if (n === 1) console.log(`--- ${parser}\n${formatted}`);
  }
}
console.log(await prettier.check('let x = 1;\n', { parser: 'babel', plugins }), await prettier.formatWithCursor(' 1+1', { cursorOffset: 2, parser: 'babel', plugins }));
await prettier.format('let x = ;', { parser: 'babel', plugins }).catch((error) => console.log(error.constructor.name, error.message));
