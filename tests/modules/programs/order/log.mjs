globalThis.order = []; export const log = (text) => globalThis.order.push(text);
