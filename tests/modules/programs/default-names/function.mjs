export default function () { return early(); }
function early() { return 'hoisted'; }
