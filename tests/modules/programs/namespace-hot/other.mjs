export const double = (x) => x * 20;
export const unit = 'u';
