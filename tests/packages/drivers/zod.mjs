// Zod: schemas, what passes them, and what is wrong with what does not.
import { z } from 'zod';
import times from './times.cjs';

const Person = z.object({
  name: z.string().min(1).max(50),
  email: z.email().optional(),
  age: z.number().int().nonnegative().default(0),
  tags: z.array(z.enum(['a', 'b'])).max(2),
  address: z.object({ city: z.string(), zip: z.string().regex(/^\d+$/) }).nullable(),
  role: z.discriminatedUnion('kind', [z.object({ kind: z.literal('user') }), z.object({ kind: z.literal('admin'), level: z.coerce.number() })]),
});
const good = { name: 'Ada', tags: ['a'], address: { city: 'London', zip: '123' }, role: { kind: 'admin', level: '7' }, extra: 1 };
const bad = { name: '', email: 'nope', age: -1.5, tags: ['a', 'b', 'c'], address: { city: 1 }, role: { kind: 'other' } };
console.log(times(() => Person.parse(good)));
const { success, error } = Person.safeParse(bad);
console.log(success, error.issues.map((i) => `${i.path.join('.')} ${i.code} ${i.message}`));
console.log(z.flattenError(error).fieldErrors, z.prettifyError(error));
console.log(Person.strict().safeParse(good).success, Person.partial().parse({}), Person.pick({ name: true }).parse({ name: 'x' }), z.strictObject({ a: z.string() }).safeParse({ b: 1 }).error?.issues.length);
const Tree = z.object({ value: z.number(), get children() { return z.array(Tree); } });
console.log(JSON.stringify(Tree.parse({ value: 1, children: [{ value: 2, children: [] }] })));
console.log(z.string().transform((s) => s.length).pipe(z.number().gt(2)).safeParse('ab').success, z.union([z.string(), z.number()]).parse(5), z.tuple([z.string(), z.number()]).rest(z.boolean()).parse(['a', 1, true]), z.record(z.string(), z.number()).parse({ a: 1 }));
console.log(z.map(z.string(), z.date()).parse(new Map([['a', new Date(0)]])), z.set(z.number()).parse(new Set([1])), z.bigint().parse(10n), z.preprocess((x) => Number(x), z.number()).parse('4'), z.string().refine((s) => s.startsWith('x'), 'must start with x').safeParse('a').error.issues[0].message);
console.log(await z.string().refine(async (s) => s.length > 1).safeParseAsync('a').then((r) => r.success), z.lazy(() => z.string()).parse('lazy'), z.string().brand('B').catch('caught').parse(1), z.iso.datetime().safeParse('2020-01-01T00:00:00Z').success, z.uuid().safeParse('nope').success);
try { Person.parse(null); } catch (e) { console.log(e instanceof z.ZodError, e.name, JSON.parse(e.message)); }
console.log(JSON.stringify(z.toJSONSchema(Person.omit({ role: true }))));
