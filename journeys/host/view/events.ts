import { type ShadowedEvent } from 'glass-easel';
import { copyOf, plainOf, type Plain } from '../plain';
import { type Platform } from '../platform';

interface Target {
  readonly id?: string;
  readonly is?: string;
  readonly dataset?: Plain;
}

const target = (element: Target, platform: Platform): Plain => {
  const dataset = { ...element.dataset };
  const common = { id: element.id ?? '', offsetLeft: 0, offsetTop: 0, dataset };
  return platform === 'weapp' ? common : { ...common, targetDataset: dataset, tagName: element.is ?? '' };
};

/** The event as the app receives it: plain data, no live elements. */
export const plainEvent = (event: ShadowedEvent<unknown>, platform: Platform): Plain => {
  const common = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: target(event.target, platform),
    currentTarget: target(event.currentTarget, platform),
    detail: event.detail === undefined ? {} : copyOf(event.detail),
  };
  return platform === 'weapp' ? { ...common, mark: plainOf(event.mark), mut: false, _userTap: event.type === 'tap' } : common;
};
