// A stack trace that goes through functions of the library while most of the library has never been called.
async function waits() { await fails().finally(() => {}); }
async function fails() { await null; throw new Error('late'); }
waits().catch((e) => console.log(e.stack.replace(/[^\s()]*\/([^\s()/]+\.js)/g, '$1')));
