import { type AgreementPurpose, AGREEMENTS, type Consent, giveConsent, listConsents, OptionalPurpose, withdrawConsent } from '@yibao/shared';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Card, Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { consent as text } from '../../copy/consent';
import { everywhere } from '../../copy/everywhere';
import { callPhone, open, startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { byPurpose, type PurposeConsent } from './by-purpose';
import { ConsentCard } from './consent-card';

const home = () => startOverAt('/pages/home/home');

const Empty = () => (
  <Card id="consents-empty">
    <Words look="title" center>
      {text.empty}
    </Words>
    <Words center>{text.emptyBody}</Words>
    <Button id="home" label={text.home} onClick={home} />
  </Card>
);

interface ListProps {
  readonly consents: readonly Consent[];
  readonly onChange: (consents: { consents: Consent[] }) => void;
}

const isOptional = (purpose: AgreementPurpose): purpose is 'reading' | 'face' => OptionalPurpose.safeParse(purpose).success;

/** The service agreement is the voucher's own: withdrawing it is closing, giving it after that is activating; a text that has changed is agreed to here. */
function List({ consents, onChange }: ListProps) {
  const { busy, refusal, run, clear } = useTask();
  const withdraw = (purpose: AgreementPurpose) => {
    if (isOptional(purpose)) run(async () => onChange(await call(withdrawConsent, { purpose })));
    else open('/pages/account/close');
  };
  const give = ({ latest: { purpose }, state }: PurposeConsent) => {
    if (isOptional(purpose) || state === 'outdated') run(async () => onChange(await call(giveConsent, { purpose, version: AGREEMENTS[purpose].version })));
    else open('/pages/activation/activation');
  };
  if (refusal) return <RefusalView refusal={refusal} remedies={{ retry: clear, resume: clear, home, call: () => callPhone(everywhere.hotline) }} />;
  return (
    <>
      {byPurpose(consents).map((found) => {
        const { purpose } = found.latest;
        return <ConsentCard key={purpose} found={found} busy={busy} onWithdraw={() => withdraw(purpose)} onGive={() => give(found)} />;
      })}
    </>
  );
}

/** 查看授权: what was agreed to, when and to which text; taken back as easily as it was given. */
export default function ConsentPage() {
  const isElder = usePage(text.bar);
  const { answer, ask, tell } = useAnswer(listConsents, {});
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
    if (answer.state === 'refused') return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, home, call: () => callPhone(everywhere.hotline) }} />;
    const { consents } = answer.answer;
    return consents.length ? <List consents={consents} onChange={({ consents: next }) => tell({ consents: next })} /> : <Empty />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
