const names = require('./stock/join.js');
const goods = require('./stock/goods.json');

console.log(names.join(goods.map((one) => one.name)), require.main === module);
