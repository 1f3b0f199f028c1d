export let count = 100;
