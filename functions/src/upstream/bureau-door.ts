import { type Clock, Refusal, type SealedMessage } from '@yibao/shared';
import { compactTime, contentOf, type BureauConfig } from './bureau-message';
import { sealed, type Fields } from './envelope';

/** The national envelope in the other direction: the platform calls the service. */
export interface BureauDoor {
  /** The content of a message that the platform has signed for this account within the last minutes. Throws MESSAGE_NOT_GENUINE for all else. */
  open(message: Fields): Fields;
  /** An answer, signed by the service. */
  seal(content: Fields): SealedMessage;
}

export const bureauDoorAt = (config: BureauConfig, now: Clock): BureauDoor => ({
  open(message) {
    try {
      return contentOf(JSON.stringify(message), config, now());
    } catch {
      throw new Refusal('MESSAGE_NOT_GENUINE');
    }
  },
  seal: (content) => sealed(content, { account: config, timestamp: compactTime(now()), privateKey: config.privateKey }) as SealedMessage,
});

const refuse = () => {
  throw new Refusal('MESSAGE_NOT_GENUINE');
};

/** Where no platform is connected, nobody can send a message of it. */
export const closedDoor: BureauDoor = { open: refuse, seal: refuse };
