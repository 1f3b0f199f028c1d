// The trace of an error goes through activations that began in compiled code and left it: calls, constructions and getters.
const DEPTH = 14;
const names = (count) => Array.from({ length: count }, (_, i) => i);
const chain = (step) => (0, eval)(`(() => {
  ${names(DEPTH).map((i) => `function g${i}(x) { if (x === 1) { const r = ${i === DEPTH - 1 ? "new Error('deep').stack" : step(`g${i + 1}`)}; ${step === construct ? 'this.value = r; return;' : 'return r;'} } return x; }`).join('\n')}
  for (let k = 0; k < 3000; k++) { ${names(DEPTH).map((i) => `${step === construct ? 'new ' : ''}g${i}(0);`).join(' ')} }
  return ${step === construct ? 'new g0(1).value' : 'g0(1)'};
})()`);
const call = (next) => `${next}(x)`;
const construct = (next) => `new ${next}(x).value`;
const getter = (next) => `Reflect.get({ get q() { return ${next}(x); } }, 'q')`;
for (const step of [call, construct, getter]) {
  const lines = chain(step).split('\n').slice(1).map((line) => /at (?:new |get )?(\w+)/.exec(line)[1]);
  // The host shows Reflect.get as well.
  console.log(step === getter ? lines[0] : lines.join(' '), lines.length);
}
