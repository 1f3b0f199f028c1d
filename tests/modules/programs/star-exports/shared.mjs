export const shared = 'shared'; export const same = 'same binding twice';
