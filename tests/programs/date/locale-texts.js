// The texts of toLocaleString and its like: every method with options of dates, of times, of both and of neither, time after time.
const times = [951782400123, -1e11];
const options = [
  undefined, {}, { weekday: 'long' }, { year: '2-digit', month: 'short' }, { hour: '2-digit' }, { hour: 'numeric', minute: '2-digit', hour12: false },
  { timeZone: 'America/New_York' }, { timeZoneName: 'short' }, { era: 'short' }, { fractionalSecondDigits: 2 }, { dayPeriod: 'long' }, { dateStyle: 'medium' }, { timeStyle: 'short' },
  { dateStyle: 'full', timeStyle: 'long' }, { month: undefined, day: '2-digit' }, { numberingSystem: 'arab' },
];
for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
  for (const option of options) {
    for (const locale of option?.month === undefined ? ['en-US'] : [['de', 'fr']]) {
      const texts = times.map((t) => {
        try {
          return new Date(t)[method](locale, { timeZone: 'UTC', ...option });
        } catch (error) {
          return error.name;
        }
      });
      console.log(method, JSON.stringify(option), String(locale), texts.join(' | '));
    }
  }
}
for (const bad of [{ month: 'often' }, { fractionalSecondDigits: 9 }, { timeZone: 'Nowhere' }, { hour: Symbol() }]) {
  for (let round = 0; round < 2; round++) {
    try {
      console.log(new Date(0).toLocaleDateString('en-US', bad));
    } catch (error) {
      console.log(error.name, error.message);
    }
  }
}
console.log(new Date(NaN).toLocaleString('en-US'), new Date(NaN).toLocaleTimeString('de'));
// A list of locales is not the text of its names.
for (const locales of [['de', 'fr'], 'de,fr']) {
  try {
    console.log(new Date(0).toLocaleDateString(locales, { timeZone: 'UTC' }));
  } catch (error) {
    console.log(error.name);
  }
}
