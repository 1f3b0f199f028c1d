import './slow.mjs'; await 1; throw new Error('sync-fails');
