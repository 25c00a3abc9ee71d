import { Contact } from '@yibao/shared';

export interface ContactForm {
  readonly kind: Contact['kind'];
  readonly value: string;
}

const read = ({ kind, value }: ContactForm) => Contact.safeParse({ kind, value: value.trim() });

/** What is sent; nothing where it is not as it should be. */
export const contactOf = (form: ContactForm): Contact | undefined => read(form).data;

/** What to write instead. */
export const faultOf = (form: ContactForm): string | undefined => read(form).error?.issues[0]?.message;
