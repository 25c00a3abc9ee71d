import { Text, View } from '@tarojs/components';
import { authorise, READING_AUTHORISATION } from '@yibao/shared';
import { useState } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { InShort } from '../../components/full-agreement';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { startOverAt } from '../../platform/navigate';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { authorisation: text } = copy;

const ItemsRead = () => (
  <Card>
    <Words look="title">{READING_AUTHORISATION.title}</Words>
    <InShort purpose="reading" />
    {READING_AUTHORISATION.summary.map((item) => (
      <View key={item} className="activation__item">
        <Icon name="check" colour="success" />
        <Text className="activation__item-words">{item}</Text>
      </View>
    ))}
    {READING_AUTHORISATION.paragraphs.map((paragraph) => (
      <Text key={paragraph} className="activation__paragraph">
        {paragraph}
      </Text>
    ))}
  </Card>
);

const Denied = ({ onAgain }: { onAgain: () => void }) => (
  <Notice id="authorisation-denied" tone="warn" title={text.denied} body={text.deniedBody}>
    <Button id="authorise-again" label={text.again} onClick={onAgain} />
    <Button id="leave" look="second" label={text.leave} onClick={() => startOverAt('/pages/home/home')} />
  </Notice>
);

export function AuthorisationStep({ onDone, onResume }: StepProps) {
  const [denied, setDenied] = useState(false);
  const { busy, refusal, run, clear } = useAction(authorise, onDone);
  if (denied) return <Denied onAgain={() => setDenied(false)} />;
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume}>
      <ItemsRead />
      <Button id="authorise" label={text.agree} busy={busy ? text.busy : undefined} onClick={() => run({ version: READING_AUTHORISATION.version })} />
      <Button id="decline" look="second" label={text.disagree} onClick={() => setDenied(true)} />
    </StepFrame>
  );
}
