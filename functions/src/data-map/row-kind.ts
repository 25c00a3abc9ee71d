import type { AccountData } from '@yibao/shared';
import type { Key } from '../aws/table';

/**
 * How bad it is when others learn it. `general`: says nothing of a person by itself. `sensitive`: of a person, or names one.
 * `secret`: whoever has it can act as somebody.
 */
export type DataClass = 'general' | 'sensitive' | 'secret';

export interface Attribute {
  readonly class: DataClass;
  readonly purpose: string;
  /** Stored only as a closed text (crypto/closed-text.ts). */
  readonly sealed?: true;
}

/** What becomes of a row when the citizen asks whom it is about: for a copy (个人信息保护法 第四十五条), or to close the account (第四十七条). */
export interface Holder {
  /** The part of `AccountData` that has it, without what `but` names with the reason; or why the copy has none of it. */
  readonly copy: { readonly in: keyof AccountData; readonly but?: Readonly<Record<string, string>> } | { readonly not: string };
  /** Gone so many days after the account was closed, at the latest; kept, as `KEPT_BY_LAW` tells under that name; or why it is not the account's. */
  readonly closed: { readonly days: number } | { readonly kept: string } | { readonly not: string };
}

/** One kind of row and everything that may be in it. */
export interface RowKind {
  readonly kind: string;
  /** `<word>` stands for what differs from row to row. */
  readonly pk: string;
  readonly sk: string;
  /** What the keys tell, where they tell something of a person. */
  readonly keys?: string;
  readonly retention: string;
  /** Absent where a row is about no citizen. */
  readonly holder?: Holder;
  /** By path: `face.id`, `insured[].region`, `before.*`. */
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const of = (dataClass: DataClass) => (purpose: string): Attribute => ({ class: dataClass, purpose });

export const general = of('general');
export const sensitive = of('sensitive');
export const secret = of('secret');
export const sealed = (attribute: Attribute): Attribute => ({ ...attribute, sealed: true });

/** In every row: the table’s own number against lost writes, and the time at which the row disappears. */
export const COMMON = { version: general('counts the writes of the row'), ttl: general('when the row disappears') };

const patternOf = (template: string) => new RegExp(`^${template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/<[^>]+>/g, '.+')}$`);

export const isOfKind = ({ pk, sk }: Key, kind: RowKind) => patternOf(kind.pk).test(pk) && patternOf(kind.sk).test(sk);

/** The entry of a path, `*` standing for any name at its end. */
export const attributeAt = ({ attributes }: RowKind, path: string): Attribute | undefined => attributes[path] ?? attributes[path.replace(/\.[^.]+$/, '.*')];
