import { Image } from '@tarojs/components';
import { unsaid } from './a11y';
import { svgUri } from './svg-uri';
import './icon.scss';

/** Strokes on a field of 24 by 24. */
const STROKES = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  shield: 'M12 3l7 3v5.5c0 4.3-2.9 7.6-7 9.5-4.1-1.9-7-5.2-7-9.5V6zM9 12l2.2 2.2L15.2 10',
  phone: 'M8 3h8a1.5 1.5 0 011.5 1.5v15A1.5 1.5 0 0116 21H8a1.5 1.5 0 01-1.5-1.5v-15A1.5 1.5 0 018 3zM11 18h2',
  call: 'M6.5 3.5h3l1.5 4-2 1.5a11 11 0 006 6l1.5-2 4 1.5v3a2 2 0 01-2.2 2A16.5 16.5 0 014.5 5.7a2 2 0 012-2.2z',
  clock: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  face: 'M4 8V5.5A1.5 1.5 0 015.5 4H8M16 4h2.5A1.5 1.5 0 0120 5.5V8M20 16v2.5a1.5 1.5 0 01-1.5 1.5H16M8 20H5.5A1.5 1.5 0 014 18.5V16M9 9.5v1M15 9.5v1M8.8 14.5c1.8 1.7 4.6 1.7 6.4 0',
  eye: 'M2.8 12s3.3-6 9.2-6 9.2 6 9.2 6-3.3 6-9.2 6-9.2-6-9.2-6zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  mask: 'M4 9.5c3-2 5-2.5 8-2.5s5 .5 8 2.5v4c0 3-3.5 5-8 5s-8-2-8-5zM8 12.5h8M9 15.5h6',
  offline: 'M3 4l18 16M5 11a10.5 10.5 0 014-2.4M12.5 8a10.5 10.5 0 016.5 3M8 14.5a6 6 0 012.7-1.5M12 18.5h.01',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.3h.01',
  lock: 'M6.5 11h11a1.5 1.5 0 011.5 1.5v6a1.5 1.5 0 01-1.5 1.5h-11A1.5 1.5 0 015 18.5v-6A1.5 1.5 0 016.5 11zM8 11V8a4 4 0 018 0v3',
  help: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM9.6 9.6a2.4 2.4 0 114 1.8c-.9.7-1.6 1.2-1.6 2.3M12 16.5h.01',
  person: 'M12 4a3.8 3.8 0 100 7.6A3.8 3.8 0 0012 4zM4.5 20c.7-3.8 3.7-5.6 7.5-5.6s6.8 1.8 7.5 5.6',
  place: 'M12 21s7-6.2 7-11.3A7 7 0 005 9.7C5 14.8 12 21 12 21zM12 7.5a2.3 2.3 0 100 4.6 2.3 2.3 0 000-4.6z',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  document: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  close: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM9 9l6 6M15 9l-6 6',
  wallet: 'M4 7.5h16v11.5H4zM4 11.5h16M7.5 15.5h4',
  message: 'M4 5.5h16v11H11l-4.5 3.5V16.5H4zM8 9.5h8M8 12.5h5',
  next: 'M9.5 6l6 6-6 6',
} as const;

export type IconName = keyof typeof STROKES;

const COLOURS = { primary: '#0b57d0', success: '#0b7a3b', danger: '#c4281b', warn: '#8a4b00', quiet: '#4e5969', white: '#ffffff' } as const;

interface Props {
  readonly name: IconName;
  readonly colour?: keyof typeof COLOURS;
  readonly size?: 'small' | 'large';
}

const drawn = (path: string, colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="96" height="96" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;

/** Always beside words, never instead of them. */
export const Icon = ({ name, colour = 'primary', size = 'small' }: Props) => (
  <Image className={`icon icon--${size}`} src={svgUri(drawn(STROKES[name], COLOURS[colour]))} {...unsaid()} />
);
