import { testPrograms } from './support/program-tests.ts';

testPrograms(2);
