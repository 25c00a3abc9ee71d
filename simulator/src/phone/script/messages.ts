import { ownerOfPhone } from './owner';
import { element, ready } from './sheet';

interface Message {
  readonly at: string;
  readonly from: string;
  readonly text: string;
}

const EVERY_MS = 1200;
const SHOWN_MS = 30_000;

async function inbox(): Promise<readonly Message[]> {
  const person = await ownerOfPhone();
  const response = await fetch(`/outside/phone/inbox?person=${encodeURIComponent(person)}`);
  return response.ok ? ((await response.json()) as readonly Message[]) : [];
}

async function show({ from, text }: Message): Promise<void> {
  await ready();
  document.querySelector('.phone-message')?.remove();
  const bubble = element('button', { type: 'button', className: 'phone-message' }, element('b', {}, `短信 ${from}`), text);
  bubble.setAttribute('role', 'alert');
  bubble.onclick = () => bubble.remove();
  document.body.append(bubble);
  setTimeout(() => bubble.remove(), SHOWN_MS);
}

let watching = false;

/** From now on, new text messages appear at the top of the screen. */
export async function watchMessages(): Promise<void> {
  if (watching) return;
  watching = true;
  let seen = (await inbox()).length;
  setInterval(() => {
    void inbox()
      .then((all) => {
        if (all[0] && all.length > seen) void show(all[0]);
        seen = all.length;
      })
      .catch(() => undefined);
  }, EVERY_MS);
}
