// JSON modules. Their values are ordinary objects that all importers share.
import config from './config.json' with { type: 'json' };
import again, { default as third } from './config.json' with { type: 'json' };
import * as ns from './config.json' with { type: 'json' };
import list from './list.json' with { "type": "json" };
console.log(config, config === again, third === config, ns.default === config, Object.keys(ns));
config.changed = true;
console.log(again.changed, Object.getPrototypeOf(config) === Object.prototype, config.hasOwnProperty('name'), Array.isArray(list), list.map((x) => x * 2));
console.log(config.__proto__ === Object.prototype, Object.keys(config.nested));
export { default } from './config.json' with { type: 'json' };
