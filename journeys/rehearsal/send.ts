import { DEVICE_HEADER } from '@yibao/shared';

export type Fields = Readonly<Record<string, unknown>>;

/** A session, and the phone on which it serves. */
interface SignedIn {
  readonly token: string;
  readonly device: string;
}

const headersOf = ({ token, device }: SignedIn) => ({ authorization: `Bearer ${token}`, [DEVICE_HEADER]: device });

/** Posts, with a session where there is one. Rejects with path, status and code where it is refused. */
export async function send(url: string, body: unknown, by?: SignedIn): Promise<Fields> {
  const headers = { 'content-type': 'application/json', ...(by?.token && headersOf(by)) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const fields = (await answer.json()) as Fields;
  if (!answer.ok) throw new Error(`${new URL(url).pathname}: ${answer.status} ${String(fields['code'] ?? fields['message'])}`);
  return fields;
}

export async function read(url: string, by?: SignedIn): Promise<Fields> {
  const answer = await fetch(url, { headers: by ? headersOf(by) : {} });
  if (!answer.ok) throw new Error(`${new URL(url).pathname}: ${answer.status}`);
  return (await answer.json()) as Fields;
}
