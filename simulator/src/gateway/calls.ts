import { randomUUID } from 'node:crypto';

export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}

export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** What a sandbox's thread says: that it is ready, or how one call ended. */
export type Message = { readonly ready: true } | { readonly id: string; readonly result: string } | { readonly id: string; readonly failed: true };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The calls of one function that wait for their answer. */
export class Calls {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly name: string) {}

  /** Waits for the answer to the call that `post` sends; rejects with TimedOut when it takes too long. */
  async ask(timeoutMs: number, post: (id: string) => void): Promise<unknown> {
    const id = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new TimedOut(`${this.name} took more than ${timeoutMs} ms`)), timeoutMs);
        this.waiting.set(id, { resolve, reject });
        post(id);
      });
    } finally {
      clearTimeout(timer);
      this.waiting.delete(id);
    }
  }

  settle(message: Message): void {
    if ('ready' in message) return;
    const call = this.waiting.get(message.id);
    if ('result' in message) call?.resolve(JSON.parse(message.result));
    else call?.reject(new FunctionFailed(`${this.name} threw`));
  }

  abandon(): void {
    for (const { reject } of this.waiting.values()) reject(new FunctionFailed(`${this.name} died`));
  }
}
