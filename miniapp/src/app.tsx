import type { PropsWithChildren } from 'react';
import * as z from 'zod/mini';
import { launchFrom } from '@yibao/shared';
import { appShown, type AppShow } from './platform/app-show';
import { launchOf } from './platform/launch';
import { useDidShow } from './platform/lifecycle';
import { restoreAll } from './state/restored';
import { opened } from './app-opened';
import './theme.scss';

// The mini-program engines forbid code made from text, which zod would otherwise try to make.
z.config({ jitless: true });

// Begun before the first page is made, so that it can show at once what the phone remembers.
void restoreAll();

function shown(show?: AppShow): void {
  appShown(show);
  void opened(launchFrom(launchOf(show ?? {})));
}

export default function App({ children }: PropsWithChildren) {
  useDidShow(shown);
  return children;
}
