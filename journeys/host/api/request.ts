import { NetworkError, type HttpAnswer, type HttpRequest, type NetworkFailure } from '../http';
import { plainOf, textOf, type Callback, type Plain } from '../plain';
import { type Bench } from './bench';
import { listened, note, promised, report, turn } from './convention';

const METHODS = { weapp: ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'], alipay: ['GET', 'POST', 'PUT', 'DELETE'] };
const TIMEOUT = { weapp: 60_000, alipay: 30_000 };

/** Cronet's numbers, which WeChat on Android shows in errMsg. */
const CRONET: Readonly<Record<NetworkFailure, number>> = { INTERNET_DISCONNECTED: -106, CONNECTION_REFUSED: -102, CONNECTION_RESET: -101, TIMED_OUT: -118, ABORTED: -3, NOT_LISTED: -1 };

const scalar = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : textOf(value));

const pairs = (data: Plain): string =>
  Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(scalar(value))}`)
    .join('&');

const bodyOf = (data: unknown, contentType: string): string => {
  if (typeof data === 'string') return data;
  return contentType.includes('urlencoded') ? pairs(plainOf(data)) : JSON.stringify(data);
};

const withQuery = (url: string, data: unknown): string => {
  const query = pairs(plainOf(data));
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
};

const headersOf = ({ platform }: Bench, options: Plain): Record<string, string> => {
  const given = plainOf(options[platform === 'weapp' ? 'header' : 'headers']);
  const headers = Object.entries(given).map(([name, value]) => [name.toLowerCase(), scalar(value)]);
  return { 'content-type': 'application/json', ...(Object.fromEntries(headers) as Record<string, string>) };
};

const outgoing = (bench: Bench, options: Plain): HttpRequest => {
  const method = (textOf(options['method']) || 'GET').toUpperCase();
  if (!METHODS[bench.platform].includes(method)) throw new NetworkError('ABORTED');
  const headers = headersOf(bench, options);
  const request = { method, headers, timeout: Number(options['timeout'] ?? TIMEOUT[bench.platform]) };
  const url = bench.resolveUrl(textOf(options['url']));
  const { data } = options;
  if (method === 'GET' || method === 'HEAD') return { ...request, url: withQuery(url, data) };
  return data === undefined ? { ...request, url } : { ...request, url, body: bodyOf(data, headers['content-type'] ?? '') };
};

const NOT_LISTED = { alipay: { error: 11, errorMessage: '无权跨域' }, weapp: { errMsg: 'request:fail url not in domain list', errno: 600002 } };

const unreached = (bench: Bench, cause: unknown): Plain => {
  const failure: NetworkFailure = cause instanceof NetworkError ? cause.failure : 'CONNECTION_RESET';
  const late = failure === 'TIMED_OUT';
  if (failure === 'NOT_LISTED') return NOT_LISTED[bench.platform];
  if (bench.platform === 'alipay') return { error: late ? 13 : 12, errorMessage: late ? '请求超时' : '网络异常，请稍后再试' };
  if (failure === 'ABORTED') return { errMsg: 'request:fail abort' };
  if (late) return { errMsg: 'request:fail timeout', errno: 5 };
  const code = CRONET[failure];
  return { errMsg: `request:fail errcode:${code} cronet_error_code:${code} error_msg:net::ERR_${failure}`, errno: 600001 };
};

const decode = (body: string, dataType: string): unknown => {
  if (dataType !== '' && !/json/i.test(dataType)) return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

interface Outcome {
  readonly ok: boolean;
  readonly fields: Plain;
}

/** WeChat: every HTTP status is a success, text that is not JSON stays text. */
const weappOutcome = ({ status, headers, body }: HttpAnswer, dataType: string): Outcome => ({
  ok: true,
  fields: { data: decode(body, dataType) ?? body, statusCode: status, header: headers, cookies: [], errMsg: 'request:ok' },
});

/** Alipay: a status of 400 or more is failure 19, text that is not JSON is failure 14. */
const alipayOutcome = ({ status, headers, body }: HttpAnswer, dataType: string): Outcome => {
  const data = decode(body, dataType);
  if (status >= 400) return { ok: false, fields: { error: 19, errorMessage: 'http status error', status, headers, data: data ?? body } };
  if (data === undefined) return { ok: false, fields: { error: 14, errorMessage: 'JSON parse data error', status, headers, data: body } };
  return { ok: true, fields: { data, status, headers } };
};

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url.slice(0, 60));

/** The platforms let the app ask only what is registered at their consoles. */
const checkListed = ({ domains, problems }: Bench, url: string): void => {
  const origin = originOf(url);
  if (domains === undefined || domains.includes(origin)) return;
  problems.add('unlisted-address', 'request', origin);
  throw new NetworkError('NOT_LISTED');
};

const exchange = async (bench: Bench, options: Plain, onSent: (abort: () => void) => void): Promise<Outcome> => {
  await turn();
  try {
    checkListed(bench, textOf(options['url']));
    const request = outgoing(bench, options);
    if (!bench.phone.device.online) throw new NetworkError('INTERNET_DISCONNECTED');
    const exchanged = bench.transport(request);
    onSent(() => exchanged.abort());
    const received = await exchanged.answer;
    return (bench.platform === 'weapp' ? weappOutcome : alipayOutcome)(received, textOf(options['dataType']));
  } catch (cause) {
    return { ok: false, fields: unreached(bench, cause) };
  }
};

/** wx.request and my.request: real HTTP, each with its platform's idea of success and failure. */
export const requestApi = (bench: Bench): Callback => (given) => {
  const options = plainOf(given);
  note(bench, 'request', options);
  let abort = () => {};
  const done = bench.track(
    exchange(bench, options, (stop) => {
      abort = stop;
    }).then((outcome) => ({ ok: outcome.ok, result: report(bench, { name: 'request', options }, outcome) })),
  );
  const task: Plain = { abort: () => abort(), onHeadersReceived: () => {}, offHeadersReceived: () => {}, onChunkReceived: () => {}, offChunkReceived: () => {} };
  // my.request gives a promise if nobody listens; wx.request never does
  if (bench.platform === 'alipay' && !listened(options)) {
    const answer = promised(bench, done);
    Object.assign(task, { then: answer.then.bind(answer), catch: answer.catch.bind(answer) });
  }
  return task;
};
