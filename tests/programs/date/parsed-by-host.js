// Dates in the formats of toUTCString and toString, and what is nearly that.
for (const text of [
  'Thu, 01 Jan 1970 00:00:00 GMT', '1 Feb 2021 10:20:30 +0530', 'Mon, 28 Feb 2022 23:59:59 -0800', 'Tue, 29 Feb 2022 00:00:00 GMT', 'Xyz, 01 Jan 1970 00:00:00 GMT', 'Thu, 1 Jan 0070 00:00:00 GMT',
  'Thu Jan 01 1970 01:00:00 GMT+0100 (Central European Standard Time)', 'Thu Jan 01 1970 01:00:00 GMT+0100', 'Fri, 31 Apr 2021 00:00:00 GMT', '01 Jan 1970 24:00:00 GMT', 'Wed, 15 Jun 2022 12:00:00 +1460', 'Wed, 15 Jun 2022 12:00:00 +1430', 'Wed, 15 Jun 2022 12:00:00 -1500',
  'Thu, 01 Jan 1970 00:00:00 gmt', 'thu, 01 jan 1970 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 UTC', ' Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT ', 'Thu,  01 Jan 1970 00:00:00 GMT',
  'Thu 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 12020 00:00:00 GMT', 'Sat, 28 Feb 9999 23:59:59 +0000', 'Thu Jan 01 1970 01:00:00 GMT+0100 (a (b))', 'Thu Jan 01 1970 01:00:00 GMT+0100 (', 'Thu Jan 01 1970 01:00:00 +0100', 'Thu Jan 28 1970 01:00:00 GMT+0160',
]) console.log(text, Date.parse(text), new Date(text).getTime());
for (let i = 0; i < 400; i++) {
  const time = (i * 86_399_000 * 37 + 12_345_000) % 4e12;
  const date = new Date(time);
  if (Date.parse(date.toUTCString()) !== time || Date.parse(date.toString()) !== time) console.log('differs', time);
}
