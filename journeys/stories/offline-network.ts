import { NetworkError, type Transport } from '../host/http';
import { nodeHttp } from '../host/node-http';

/** 0 1 1 0 1 0 0 1 …: half of all are lost, and no habit of the app keeps pace with it. */
const isLost = (nth: number): boolean => nth.toString(2).replace(/0/g, '').length % 2 === 1;

/** A network on which half of all answers never arrive, although the service has done what it was asked; nobody waits for real. */
export const losingAnswers = (): { transport: Transport; lost: () => number } => {
  let asked = 0;
  let lost = 0;
  const transport: Transport = (request) => {
    const exchange = nodeHttp(request);
    if (!isLost((asked += 1))) return exchange;
    lost += 1;
    return { ...exchange, answer: exchange.answer.then(() => Promise.reject(new NetworkError('TIMED_OUT'))) };
  };
  return { transport, lost: () => lost };
};
