export default (function () { return 'wrapped'; });
