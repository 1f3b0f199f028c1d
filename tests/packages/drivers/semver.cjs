// semver: comparing, ranges, incrementing.
const semver = require('semver');
const times = require('./times.cjs');
const versions = ['1.2.3', '1.2.3-beta.1', '2.0.0-rc.1+build.5', '0.0.1', '10.20.30', 'v1.2.4', '=3.0.0', '1.2', 'not'];
const ranges = ['^1.2.3', '~1.2', '>=1.0.0 <2.0.0 || 3.x', '1.2.3 - 2.3.4', '*', '', '^0.0.1', '>1.2.3-alpha', 'latest'];
console.log(times(() => ranges.map((range) => versions.map((v) => Number(semver.satisfies(v, range, { includePrerelease: true }))).join(''))));
console.log(versions.map((v) => [semver.valid(v), semver.clean(v), semver.coerce(v)?.version]));
console.log(versions.filter((v) => semver.valid(v)).sort(semver.compare), ranges.map((r) => semver.validRange(r)));
console.log(['major', 'minor', 'patch', 'premajor', 'preminor', 'prepatch', 'prerelease'].map((type) => semver.inc('1.2.3-beta.4', type, 'rc')));
console.log(semver.diff('1.2.3', '1.3.0'), semver.maxSatisfying(['1.2.3', '1.9.0', '2.0.0'], '^1'), semver.minVersion('>1.2.3').version, semver.intersects('^1.2', '~1.5'), semver.subset('~1.2.3', '^1'), semver.simplifyRange(['1.0.0', '1.1.0', '2.0.0'], '1.0.0 || 1.1.0'));
console.log(new semver.SemVer('1.2.3-a.1+b'), String(new semver.Range('^1.2 || >=2 <3')));
try { new semver.SemVer('nope'); } catch (e) { console.log(e.constructor.name, e.message); }
