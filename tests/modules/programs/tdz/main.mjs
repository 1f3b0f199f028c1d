// Dead zones of a module's own bindings, exported or not, in functions or not.
const attempt = (name, f) => {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, error.constructor.name, error.message);
  }
};
attempt('exported let', () => exportedLet);
attempt('typeof', () => typeof exportedLet);
attempt('assign', () => { exportedLet = 1; });
attempt('exported const', () => exportedConst);
attempt('exported class', () => new Exported());
attempt('captured', () => captured);
attempt('captured const', () => literal);
attempt('exported var', () => exportedVar);
attempt('function', () => hoisted());
try {
  local;
} catch (error) {
  console.log(error.message);
}
export let exportedLet = 'let';
export const exportedConst = 1;
export class Exported {}
export var exportedVar = 1;
let captured = 1;
const literal = 5;
let local = 3;
function hoisted() { return typeof local2 === 'undefined' ? 'no' : 'yes'; }
var local2 = 1;
attempt('exported let', () => exportedLet);
attempt('exported const', () => exportedConst + literal + captured + local);
attempt('exported class', () => new Exported());
attempt('const', () => { exportedConst = 2; });
attempt('class', () => { Exported = null; return Exported; });
{
  attempt('shadowed', () => exportedLet);
  let exportedLet = 'inner';
  console.log(exportedLet);
}
