import type { AskToSubscribe } from './subscribe';

export const askToSubscribe: AskToSubscribe = async (ids) => (await window.phone.subscribe?.(ids)) ?? 'unsupported';
