export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Why there is no answer; the names are those of Chromium's network stack, which both platforms show. */
export type NetworkFailure = 'INTERNET_DISCONNECTED' | 'CONNECTION_REFUSED' | 'CONNECTION_RESET' | 'TIMED_OUT' | 'ABORTED' | 'NOT_LISTED';

export class NetworkError extends Error {
  constructor(readonly failure: NetworkFailure) {
    super(`net::ERR_${failure}`);
  }
}

/** Sends a request; `abort` ends it. Fails with NetworkError only. */
export type Transport = (request: HttpRequest) => { answer: Promise<HttpAnswer>; abort(): void };
