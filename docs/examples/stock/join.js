exports.join = (names) => names.join(', ');
