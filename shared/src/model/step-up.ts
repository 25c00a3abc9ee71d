import * as z from 'zod/mini';

/** How a person confirms again: the PIN, or the face. */
export type StepUpFactor = 'pin' | 'face';

/** What is sensitive enough to confirm again, and by which factors. Change needs the PIN that is known; reset is for who does not know it. */
export const STEP_UP_FACTORS = {
  'change-pin': ['pin'],
  'reset-pin': ['face'],
  'end-sessions': ['pin', 'face'],
  'export-data': ['pin', 'face'],
  'close-account': ['pin', 'face'],
  'change-phone': ['pin', 'face'],
  unbind: ['pin', 'face'],
} as const satisfies Record<string, readonly StepUpFactor[]>;

export type StepUpAction = keyof typeof STEP_UP_FACTORS;

const actions = Object.keys(STEP_UP_FACTORS) as StepUpAction[];
const confirmedBy = (factor: StepUpFactor) => actions.filter((action) => STEP_UP_FACTORS[action].some((one) => one === factor));

export const StepUpAction = z.enum(actions);
export const PinStepUpAction = z.enum(confirmedBy('pin'), '这件事不能用凭证密码确认，请刷脸');
export const FaceStepUpAction = z.enum(confirmedBy('face'), '这件事不能用刷脸确认，请输入凭证密码');
