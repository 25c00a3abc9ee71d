import { create } from 'zustand';
import { card } from './card';
import { display } from './display';
import { elder } from './elder';
import { language } from './language';

const useState = create<{ restored: boolean }>()(() => ({ restored: false }));

/** Brings back what the phone remembers; once, when the app starts. */
export const restoreAll = () => Promise.all([card.restore(), display.restore(), elder.restore(), language.restore()]).then(() => useState.setState({ restored: true }));

export const isRestored = () => useState.getState().restored;

export const useRestored = () => useState(({ restored }) => restored);
