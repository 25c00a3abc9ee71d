/** Alipay hands no file of a mini-program over to the person. */
export const keepFile = undefined;
