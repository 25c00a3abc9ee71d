import type { IncomingMessage, ServerResponse } from 'node:http';
import { decode } from './decode';
import type { Page } from '../web/files';
import { notFound, sendPage } from '../web/files';
import { assetOf } from './assets';
import { institutionSession } from './institution-session';
import { regionNames } from './region-names';
import type { InstitutionKey } from '../stack/seed';
import type { Scan } from './scan';

export interface CounterSettings {
  /** Address of the API. */
  readonly api: string;
  readonly institution: InstitutionKey;
}

const json = (status: number, body: unknown): Page => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) });

const LIMIT = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.length > LIMIT) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);

function isScan(body: unknown): body is Scan {
  const { scan, code, businessType } = (body ?? {}) as Record<string, unknown>;
  return isText(scan, /^[0-9a-f]{32}$/) && isText(code, /^.{1,2000}$/s) && isText(businessType, /^\d{5}$/);
}

/** Asking for JSON keeps forms and scripts of other sites out: they cannot send it without permission. */
const isJson = (request: IncomingMessage) => (request.headers['content-type'] ?? '').startsWith('application/json');

/** The counter (定点机构窗口): its page, and the place that holds the institution's key and asks the service for it. */
export function counter({ api, institution }: CounterSettings): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const now = () => new Date();
  const desk = { api, institution, session: institutionSession({ api, institution, now }), now, regionName: regionNames(api) };

  const scanned = async (request: IncomingMessage): Promise<Page> => {
    const body = isJson(request) ? await bodyOf(request) : undefined;
    return isScan(body) ? json(200, await decode(body, desk)) : json(400, { message: 'scan, code and businessType expected' });
  };

  return async (request, response) => {
    const path = (request.url ?? '').split('?')[0]!;
    if (request.method === 'POST' && path === '/counter/scan') sendPage(response, await scanned(request));
    else sendPage(response, (request.method === 'GET' && (await assetOf(path, institution))) || notFound);
  };
}
