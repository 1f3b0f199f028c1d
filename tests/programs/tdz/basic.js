// Reads and writes of let/const/class before their declaration throw ReferenceError; typeof too.
function attempt(label, f) {
  try {
    console.log(label, 'ok', f());
  } catch (e) {
    console.log(label, e.name, e instanceof ReferenceError);
  }
}
attempt('read let', () => { const r = x; let x = 1; return r; });
attempt('write let', () => { x = 1; let x = 2; return x; });
attempt('typeof', () => { const r = typeof x; let x; return r; });
attempt('typeof undeclared', () => typeof neverDeclaredAnywhere);
attempt('const', () => { const r = x; const x = 1; return r; });
attempt('class', () => { new C(); class C {} });
attempt('class heritage', () => { class C extends C {} });
attempt('self init', () => { let x = x + 1; return x; });
attempt('closure early', () => { const f = () => x; f(); let x = 1; });
attempt('closure late', () => { const f = () => x; let x = 1; return f(); });
attempt('let without init', () => { let x; return x; });
attempt('inner shadows', () => { let x = 1; { const r = x; let x = 2; return r; } });
attempt('update', () => { x++; let x = 1; });
attempt('compound', () => { x += 1; let x = 1; });
attempt('logical', () => { x ??= 1; let x = 1; });
attempt('delete', () => { const r = delete x; let x; return r; });
attempt('destructure', () => { const { a = b, b } = { b: 1 }; return a; });
attempt('destructure ok', () => { const { b, a = b } = { b: 1 }; return a; });
attempt('for head', () => { for (let i = i; i < 1; i++); });
attempt('for-of head', () => { let x = [1]; for (const x of x) return x; });
attempt('for-in head', () => { let o = { a: 1 }; for (const o in o) return o; });
attempt('switch', () => { switch (1) { case 0: let a = 1; break; case 1: return a; } });
attempt('call arg', () => { let f = (y) => y; let z = f(z); });
attempt('const assign', () => { const c = 1; c = 2; return c; });
attempt('template', () => { const s = `${s}`; });
attempt('default param', () => ((a = b, b = 1) => a)());
attempt('default param self', () => ((a = a) => a)());
attempt('default param ok', () => ((a = 1, b = a) => b)());
attempt('computed key in class', () => { class C { [C.name]() {} } });
attempt('static uses name', () => { class C { static x = C.name; } return C.x; });
attempt('static block uses name', () => { class C { static { this.y = C === this; } } return C.y; });
