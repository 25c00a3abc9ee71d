/** A phone number whose hyphen is no place to begin a new line. Only to be read: what is dialled keeps its own. */
export const unbroken = (phone: string) => phone.replace(/-/g, '\u2011');
