// The fields of dates all over the range of time values, asked for one after the other, and again after the date has changed.
const names = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Day'];
function fields(date) {
  let text = '';
  for (const name of names) text += date['getUTC' + name]() + (date['get' + name]() === date['getUTC' + name]() ? ' ' : '!');
  return text;
}
let hash = 0;
function add(text) {
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
}
const date = new Date(0);
for (let t = -8.64e15; t <= 8.64e15; t += 8.64e15 / 700 + 123456789) {
  date.setTime(t);
  add(fields(date));
}
for (let day = -150000; day < 150000; day += 173) {
  date.setTime(day * 86400000 + ((day * 7919) % 86400000));
  add(fields(date) + date.toISOString());
}
console.log(hash);
for (const t of [-8.64e15, 8.64e15, -1, 0, 951782400000, 951868799999, -62167219200000, -62167219200001, 4107542399999, NaN]) {
  date.setTime(t);
  console.log(t, fields(date), date.getYear());
}
date.setTime(0);
const seen = [fields(date)];
date.setUTCFullYear(2024, 1, 29);
seen.push(fields(date));
date.setUTCDate(30);
seen.push(fields(date));
date.setUTCHours(25, 61, 61, 1001);
seen.push(fields(date));
console.log(seen.join('|'), fields(new Date(date)) === fields(date));
