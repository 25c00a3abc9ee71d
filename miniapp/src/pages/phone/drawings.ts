import { svgUri } from '../../components/svg-uri';

const BLUE = '#0b57d0';
const SOFT = '#e8f0fe';
const GREY = '#cfd6e1';
const GREEN = '#0b7a3b';
const RED = '#c4281b';

const framed = (inside: string) =>
  svgUri(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="192" height="192" fill="none" stroke-linecap="round" stroke-linejoin="round"><rect width="96" height="96" rx="14" fill="${SOFT}"/>${inside}</svg>`);

const row = (y: number, colour: string) => `<path d="M34 ${y}h20" stroke="${colour}" stroke-width="4"/><path d="M60 ${y - 3}l3 3-3 3" stroke="${colour}" stroke-width="2.5"/>`;

/** A phone with a list of settings; one row is marked. */
const account = `<rect x="26" y="10" width="44" height="76" rx="7" fill="#fff" stroke="${BLUE}" stroke-width="3"/>${row(28, GREY)}${row(41, GREY)}<rect x="29" y="47" width="38" height="15" rx="4" fill="${SOFT}"/>${row(54.5, BLUE)}${row(68, GREY)}<path d="M44 79h8" stroke="${BLUE}" stroke-width="3"/>`;

const card = (y: number) => `<rect x="16" y="${y}" width="64" height="42" rx="6" fill="#fff" stroke="${BLUE}" stroke-width="3"/><path d="M16 ${y + 13}h64" stroke="${BLUE}" stroke-width="3"/><path d="M25 ${y + 28}h18" stroke="${GREY}" stroke-width="4"/>`;

/** A card whose tie is cut. */
const unbind = `${card(34)}<path d="M36 25a9 9 0 0116-4M60 25a9 9 0 00-3-7" stroke="${RED}" stroke-width="3.5"/><circle cx="68" cy="68" r="14" fill="#fff" stroke="${RED}" stroke-width="3"/><path d="M62 68h12" stroke="${RED}" stroke-width="4"/>`;

/** A card with a tick. */
const activate = `${card(22)}<circle cx="68" cy="62" r="16" fill="#fff" stroke="${GREEN}" stroke-width="3"/><path d="M60.5 62.5l5.5 5.5 10-11" stroke="${GREEN}" stroke-width="4"/>`;

/** Simple pictures beside the words of each step. */
export const drawings = { account: framed(account), unbind: framed(unbind), activate: framed(activate) } as const;

export type Drawing = keyof typeof drawings;
