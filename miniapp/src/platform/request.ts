export interface HttpQuestion {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** The session's token, and the device that it serves on. */
  readonly token?: string;
  readonly device?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks the service. Any HTTP status is an answer; where none comes, a Refusal OFFLINE or (after 10 s) TIMEOUT is thrown. */
export type Request = (question: HttpQuestion) => Promise<HttpAnswer>;

export declare const request: Request;
