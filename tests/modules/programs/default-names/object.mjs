export default { a: [1, 2], b: { c() {} } };
