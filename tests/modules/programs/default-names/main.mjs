// What default exports are called.
import f from './function.mjs';
import named, { counted } from './named.mjs';
import C from './class.mjs';
import D from './named-class.mjs';
import arrow from './arrow.mjs';
import wrapped from './wrapped.mjs';
import value, { default as again } from './value.mjs';
import object from './object.mjs';
import withName from './static-name.mjs';
console.log(f.name, named.name, C.name, D.name, arrow.name, wrapped.name, withName.name);
console.log(f(), f.toString(), named(), counted(), new C().x, D.make().y, arrow(2), wrapped(), value, again, object);
