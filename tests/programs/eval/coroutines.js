// Direct evals in generators and async functions, and their constructors.
const GF = Object.getPrototypeOf(function*(){}).constructor, AF = Object.getPrototypeOf(async function(){}).constructor, AGF = Object.getPrototypeOf(async function*(){}).constructor;
console.log(String(GF('a','yield a; yield 2')), [...GF('a','yield a; yield 2')(1)]);
AF('a','return await a + 1')(1).then(console.log);
(async()=>{ for await (const x of AGF('yield 1; yield await 2')()) console.log(x) })();
function* g(){ let x = 1; eval('x = 2; var y = 3'); const z = yield [x, y]; return eval('z + x + y') }
const it = g(); console.log(it.next(), it.next(10));
async function af(){ let q = await 1; eval('q++; var w = 5'); await 0; return eval('[q, w]') } af().then(console.log);
const o = {*m(){ yield eval('super.toString === Object.prototype.toString') }}; console.log([...o.m()]);
eval('function* gg(){ yield 1 }'); console.log([...gg()]);
function* h(a = eval('var b = 3'), c = b) { yield b; yield c } console.log([...h()]);
