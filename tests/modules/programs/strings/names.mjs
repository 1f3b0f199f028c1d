const v = 'v'; export { v as 'any name', v as default, v as if, v as '', v as $dollar, v as __proto__, v as constructor, v as length };
export const π = 3.14;
