// Local time around the changes of the offset of the zone that it runs in: skipped and repeated times, setters, texts, old offsets with seconds.
// V8 names an old time as it names the time of a later year with the same calendar.
const text = (d) => (d.getFullYear() < 1970 ? String(d).replace(/ \(.*/, '') : String(d));
const show = (d) => `${d.toISOString()} ${text(d)} ${d.getTimezoneOffset()} ${[d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds()]}`;
// Both sides of each change of the offset, found by bisection.
const changes = (from, to) => {
  const found = [];
  for (let t = from; t < to; t += 7 * 864e5) {
    const offset = (x) => new Date(x).getTimezoneOffset();
    if (offset(t) === offset(t + 7 * 864e5)) continue;
    let low = t, high = t + 7 * 864e5;
    while (high - low > 1) { const middle = Math.floor((low + high) / 2); if (offset(middle) === offset(low)) low = middle; else high = middle; }
    found.push(high);
  }
  return found;
};
for (const t of [...changes(Date.UTC(2020, 0), Date.UTC(2022, 0)), ...changes(Date.UTC(1944, 0), Date.UTC(1947, 0)), ...changes(Date.UTC(1880, 0), Date.UTC(1895, 0))]) {
  console.log(show(new Date(t - 1)));
  console.log(show(new Date(t)));
  const d = new Date(t);
  for (let m = -90; m <= 90; m += 30) {
    // Local times around the change, skipped and repeated ones among them.
    const local = new Date(d.getFullYear(), d.getMonth(), d.getDate(), d.getHours(), d.getMinutes() + m);
    console.log(m, text(local));
  }
  d.setHours(d.getHours() - 1); console.log(d.toISOString());
  d.setDate(d.getDate() + 1); console.log(d.toISOString(), d.toLocaleString(), d.toLocaleTimeString('en-US', { timeZoneName: 'short' }), d.toLocaleString('en-US', { timeZone: 'Asia/Tokyo' }));
}
for (const text of ['2021-03-28T02:30', '2021-03-28 02:30', '2021-10-31T02:30:00', '2021-06-01', 'Mar 14 2021 2:30', '2021-07-01T00:00+05:00']) console.log(text, new Date(text).toISOString());
console.log(new Date(2021, 0, 1, 12).toISOString(), new Date(NaN).getTimezoneOffset(), String(new Date(NaN)), new Date(-1, 0).getTime(), new Date(275760, 8, 13, 24).getTime(), new Date(1e9, 0).getTime());
