/** A test person of the simulated outside world. */
export interface Person {
  readonly id: string;
  readonly story: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** The platforms' names of the person's accounts. */
  readonly openId: { readonly weapp: string; readonly alipay: string };
}

/** Makes a new person for a case (ok, two-regions, closed …), so that stories do not meet each other. */
export const newPerson = async (outside: string, name: string): Promise<Person> => {
  const answer = await fetch(`${outside}/phone/persons`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ case: name }) });
  if (!answer.ok) throw new Error(`no person was made for the case ${name}: ${answer.status}`);
  return (await answer.json()) as Person;
};

interface Message {
  readonly at: string;
  readonly text: string;
}

const CODE = /(?<!\d)\d{6}(?!\d)/;

/** The verification code of the newest text message on the person's phone. */
export const newestSmsCode = async (outside: string, person: Person): Promise<string> => {
  const answer = await fetch(`${outside}/phone/inbox?person=${encodeURIComponent(person.id)}`);
  const newest = ((await answer.json()) as Message[]).filter(({ text }) => text.includes('验证码')).sort((a, b) => b.at.localeCompare(a.at))[0];
  const code = CODE.exec(newest?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no text message with a code has come');
  return code;
};
