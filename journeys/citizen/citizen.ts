import { activation as english } from '../../miniapp/src/copy/en/activation';
import { pin as englishPin } from '../../miniapp/src/copy/en/pin';
import { activation as chinese } from '../../miniapp/src/copy/zh/activation';
import { pin as chinesePin } from '../../miniapp/src/copy/zh/pin';
import { type Hands } from './hands';
import { newestSmsCode, type Person } from './person';

/** A step of the wizard, in the order of either platform. */
export type WizardStep = 'agreement' | 'identity' | 'authorisation' | 'face' | 'region' | 'phone' | 'pin';

/** The button or key that shows which step the wizard is at. */
export const SIGNS: Readonly<Record<string, WizardStep | 'done'>> = {
  agree: 'agreement',
  'verify-identity': 'identity',
  authorise: 'authorisation',
  'start-face': 'face',
  'choose-region': 'region',
  'none-open': 'region',
  'get-sms': 'phone',
  'pin-dots': 'pin',
  'activation-done': 'done',
};

/** How long a scanner is held in front of the screen, in milliseconds. */
const SCANNING = 5000;

export interface CitizenNeeds {
  readonly hands: Hands;
  readonly person: Person;
  readonly platform: 'weapp' | 'alipay';
  readonly outside: string;
}

export interface Activating {
  readonly pin: string;
  /** Chosen among the insured regions, e.g. 370200; without it the suggested one. */
  readonly region?: string;
  /** Leaves the wizard when it stands before this step. */
  readonly until?: WizardStep;
}

/** An insured person with the app on their phone. The same on every target. */
export class Citizen {
  readonly hands: Hands;
  readonly person: Person;

  constructor(private readonly needs: CitizenNeeds) {
    this.hands = needs.hands;
    this.person = needs.person;
  }

  /** From the home page into the wizard, beginning or going on. */
  async openWizard(): Promise<void> {
    const button = await this.hands.waitForAny(['activate', 'resume']);
    await this.hands.tap(button);
  }

  /** Which step the wizard shows. */
  async standsAt(): Promise<WizardStep | 'done'> {
    const sign = await this.hands.waitForAny(Object.keys(SIGNS));
    return SIGNS[sign] ?? 'done';
  }

  /** Goes through the wizard from where it stands. */
  async activate(how: Activating): Promise<void> {
    await this.openWizard();
    let step = await this.standsAt();
    while (step !== 'done' && step !== how.until) {
      await this.take(step, how);
      step = await this.leave(step);
    }
  }

  /** Does one step of the wizard. */
  async take(step: WizardStep, { pin, region }: Activating): Promise<void> {
    const steps: Readonly<Record<WizardStep, () => Promise<void>>> = {
      agreement: () => this.takeAgreement(),
      identity: () => this.takeIdentity(),
      authorisation: () => this.hands.tap('authorise'),
      face: () => this.takeFace(),
      region: () => this.takeRegion(region),
      phone: () => this.takePhone(),
      pin: () => this.takePin(pin),
    };
    await steps[step]();
  }

  /** Waits until the wizard has left a step, and says which one follows. */
  async leave(step: WizardStep): Promise<WizardStep | 'done'> {
    const others = Object.keys(SIGNS).filter((sign) => SIGNS[sign] !== step);
    return SIGNS[await this.hands.waitForAny(others)] ?? 'done';
  }

  /** From the home page or the end of the wizard to the code, entering the PIN if it is asked. */
  async showCode(pin: string): Promise<void> {
    await this.hands.waitForAny(['show-code']);
    await this.hands.tap('show-code');
    if ((await this.hands.waitForAny(['pin-dots', 'qr'])) === 'pin-dots') await this.typePin(pin);
    // It stands below the code and comes right after it.
    await this.hands.waitForAny(['uses']);
  }

  /** The 28 digits, decoded from the drawn figures: both must say the same. Tries for a while, as one holds a scanner. */
  async readCode(): Promise<string> {
    const end = Date.now() + SCANNING;
    for (;;) {
      const [qr, bar] = [await this.hands.scan('qr'), await this.hands.scan('bar')];
      if (qr !== undefined && qr === bar) return qr;
      if (Date.now() > end) throw new Error(`the figures cannot be read: QR ${qr ?? 'nothing'}, bars ${bar ?? 'nothing'}`);
    }
  }

  async typePin(pin: string): Promise<void> {
    for (const digit of pin) await this.hands.tap(`key-${digit}`);
  }

  /** From the home page to what a row of the settings leads to. */
  async openSetting(row: string): Promise<void> {
    for (const way of ['settings', row]) {
      await this.hands.waitForAny([way]);
      await this.hands.tap(way);
    }
  }

  async confirmByFace(): Promise<void> {
    await this.hands.waitForAny(['step-up-face']);
    await this.hands.tap('step-up-face');
    await this.hands.agree('face');
  }

  /** Taps, and enters the PIN if the service wants the action confirmed; then waits for what shows that it is done. */
  async tapAndConfirm(id: string, { pin, done }: { pin: string; done: string }): Promise<void> {
    await this.hands.waitForAny([id]);
    await this.hands.tap(id);
    if ((await this.hands.waitForAny(['pin-dots', done])) === 'pin-dots') await this.typePin(pin);
    await this.hands.waitForAny([done]);
  }

  /** Enters a new PIN twice. */
  async chooseNewPin(pin: string): Promise<void> {
    await this.hands.waitForText('请设置6位凭证密码');
    await this.typePin(pin);
    await this.hands.waitForText('请再输入一次');
    await this.typePin(pin);
    await this.hands.waitForAny(['pin-chosen']);
  }

  goOffline = (): Promise<void> => this.hands.online(false);

  goOnline = (): Promise<void> => this.hands.online(true);

  restart = (page?: string, scene?: string): Promise<void> => this.hands.restart(page, scene);

  text = (): Promise<string> => this.hands.text();

  tapText = (text: string): Promise<void> => this.hands.tapText(text);

  close = (): Promise<void> => this.hands.close();

  /** Whether the page says it in one language or the other. */
  private reads = async (words: readonly string[]): Promise<boolean> => (await Promise.all(words.map((one) => this.hands.has(one)))).includes(true);

  /** The tick is still there when the agreement did not get through the first time. */
  private async takeAgreement(): Promise<void> {
    if (await this.reads([chinese.agreement.tickFirst, english.agreement.tickFirst])) await this.hands.tap('agree-tick');
    await this.hands.tap('agree');
    if (this.needs.platform === 'alipay') await this.hands.agree('account');
  }

  private async takeIdentity(): Promise<void> {
    await this.hands.type('name', this.person.name);
    await this.hands.type('id-number', this.person.idNumber);
    await this.hands.tap('verify-identity');
    await this.hands.agree('real-name');
  }

  private async takeFace(): Promise<void> {
    await this.hands.tap('start-face');
    await this.hands.agree('face');
  }

  private async takeRegion(region: string | undefined): Promise<void> {
    if (region !== undefined) await this.hands.tap(`region-${region}`);
    await this.hands.tap('choose-region');
  }

  private async takePhone(): Promise<void> {
    await this.hands.tap('get-sms');
    await this.hands.agree('phone-number');
    await this.hands.waitForAny(['sms-sent']);
    await this.hands.type('sms-code', await newestSmsCode(this.needs.outside, this.person));
    await this.hands.tap('confirm-sms');
  }

  /** Twice for a new PIN; an existing one is asked once. */
  private async takePin(pin: string): Promise<void> {
    await this.typePin(pin);
    if (await this.reads([chinesePin.second, englishPin.second])) await this.typePin(pin);
  }
}
