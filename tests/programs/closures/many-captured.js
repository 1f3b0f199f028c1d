// More captured variables in one function than fit into any small table.
const count = 5000;
const names = Array.from({ length: count }, (_, i) => `x${i}`);
const source = `(function () { ${names.map((name, i) => `var ${name} = ${i};`).join('\n')}
  return [() => ${names.at(-1)}, (v) => { ${names.at(-1)} = v; }, () => ${names.filter((_, i) => i % 7 === 0).join(' + ')}, () => [${names.slice(4090, 4110).join()}], function () { ${names.map((name) => `${name}++`).join(';')} }];
})()`;
const [last, set, sum, middle, bump] = eval(source);
console.log(last(), sum());
set(-1);
console.log(last(), sum(), middle());
bump();
console.log(last(), sum(), middle());
