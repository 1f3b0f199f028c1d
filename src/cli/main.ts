import { Command } from 'commander';

await new Command('anneal')
  .description('A process virtual machine for JavaScript')
  .version(__ANNEAL_VERSION__)
  .parseAsync();
