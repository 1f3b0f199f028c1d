// A function makes closures of its own text, by what is inlined in it: each has its own variables.
const state = { makes: false, calls: false, made: undefined };
function make(makes) {
  var x;
  if (makes) return () => { if (state.calls) state.made = make(state.makes); return x = (x | 0) + 1; };
}
const a = make(true);
state.calls = true;
a();
a();
state.calls = false;
let sum = 0;
for (let i = 0; i < 300; i++) sum += a();
state.makes = true;
state.calls = true;
console.log(a());
state.calls = false;
console.log(state.made(), state.made(), a());
for (let i = 0; i < 300; i++) sum += state.made() + a();
console.log(sum);
