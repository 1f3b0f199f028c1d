// Greets those whom the command line names.
for (const name of scriptArgs) console.log(`Hello, ${name}!`);
