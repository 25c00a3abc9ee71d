import { AGREEMENTS, type authorise as endpoint, isPresentText, type Output, Refusal } from '@yibao/shared';
import type { Call } from '../http/call';
import { advanced } from './activation';
import { type InsuredNeeds, readInsured } from './insured';
import { type StepNeeds, takeStep } from './take-step';

export const authorise = ({ caller, input }: Call<typeof endpoint>, needs: StepNeeds & InsuredNeeds): Promise<Output<typeof endpoint>> =>
  takeStep('authorisation', {
    caller,
    agreed: 'reading',
    async act(progress) {
      if (!isPresentText('reading', input.version)) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS.reading.version });
      const insured = await readInsured({ name: progress.name!, idNumber: progress.idNumber! }, needs);
      return advanced(progress, needs.now(), { insured, authorisation: { version: input.version, at: needs.now().toISOString() } });
    },
  }, needs);
