// Annex B string and global functions: substr, HTML methods, escape, unescape, getYear family.
console.log('x'.anchor('a"b'), 'x'.big(), 'x'.bold(), 'x'.fixed(), 'x'.italics(), 'x'.link('u'), 'x'.sub(), 'x'.sup(), 'x'.strike(), 'x'.small(), 'x'.blink(), 'x'.fontcolor('red'), 'x'.fontsize(7));
console.log(escape('a b+c/é€😀@*_-.'), unescape('%u20AC%E9%zz%u12%41'), unescape(escape('round ✓ trip')), escape(), unescape('%'));
const d = new Date(Date.UTC(1999, 5, 15));
console.log(typeof d.getYear(), typeof d.setYear, Date.prototype.toGMTString === Date.prototype.toUTCString);
console.log('abc'.substr(-2, 1), 'abc'.substr(1));
console.log(typeof String.prototype.anchor.call(5, 1));
try { String.prototype.bold.call(null); } catch (e) { console.log(e.name); }
// HTML-like comments and octal escapes in sloppy scripts
var x = 1; <!-- this is a comment
x = 2;
--> so is this
console.log(x, '\101\7'.length, 010, 0777, 09);
console.log('\8\9');
