import { type Answers } from '../api/bench';
import { type Bundle } from '../bundle';
import { type Transport } from '../http';
import { type Plain } from '../plain';
import { type Platform } from '../platform';
import { type Problems } from '../problems';
import { type MakeRealm } from '../realm';
import { type Canvas, type Templates } from '../view/view';

export interface HostNeeds {
  readonly bundle: Bundle;
  readonly platform: Platform;
  readonly templates: Templates;
  readonly problems: Problems;
  readonly makeRealm: MakeRealm;
  readonly canvas: Canvas;
  readonly transport: Transport;
  readonly answers: Answers;
  readonly storage: Map<string, string>;
  /** Origins that the app may ask; any where it is left out. */
  readonly domains?: readonly string[];
  readonly resolveUrl: (url: string) => string;
  readonly system: Plain;
  /** Whether the phone has a network when the app starts. */
  readonly online: boolean;
  /** How far the phone's clock is wrong when the app starts, in milliseconds; ahead where positive. */
  readonly clockOff?: number;
  /** The phone's clock shows this and stands still until it is moved. */
  readonly stillAt?: number;
  /** How many requests are open that nobody will ever answer: the app rests in spite of them. */
  readonly hanging?: () => number;
}
