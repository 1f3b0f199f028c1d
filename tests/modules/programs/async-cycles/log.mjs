export const log = (...args) => void log.lines.push(args.join(' ')); log.lines = [];
