export const total = (goods) => goods.reduce((sum, { pieces }) => sum + pieces, 0);
