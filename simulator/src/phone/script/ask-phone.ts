import { forgetOwner, ownerOfPhone } from './owner';

/** Does something as the phone's owner at the platforms' phone side. */
export async function askPhone(path: string, more: object = {}): Promise<Record<string, string>> {
  const person = await ownerOfPhone();
  const response = await fetch(`/outside/phone/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ person, ...more }) });
  if (response.status === 404) {
    forgetOwner();
    return askPhone(path, more);
  }
  return (await response.json()) as Record<string, string>;
}
