declare module 'jsbarcode/bin/barcodes/CODE128/CODE128C' {
  /** Code 128 in code set C: an even number of digits. */
  class Code128C {
    constructor(digits: string, options: object);
    /** One character per module: 1 is a bar, 0 a space. */
    encode(): { readonly data: string };
  }
  export { Code128C as default };
}
