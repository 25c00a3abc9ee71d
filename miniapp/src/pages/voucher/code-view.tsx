import { Text, View } from '@tarojs/components';
import { bytesOfHex, codeAt, CODE_STEP_SECONDS, type Voucher } from '@yibao/shared';
import { useMemo } from 'react';
import { a11y } from '../../components/a11y';
import { Button } from '../../components/button';
import { CodeFigure } from '../../components/code-figure';
import { Countdown } from '../../components/countdown';
import { Icon } from '../../components/icon';
import { Card } from '../../components/page';
import { voucher as text } from '../../copy/voucher';
import type { Seed } from '../../state/card';
import type { RefreshNote, Turn } from './turn';

const NOTES = { refreshed: 'refreshed', 'too-fast': 'tooFast', spent: 'spent' } as const satisfies Record<RefreshNote, keyof typeof text>;

const groups = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

export const Holder = ({ voucher: { holder, region } }: { voucher: Voucher }) => (
  <View className="voucher__holder">
    <Text id="holder" className="voucher__name">
      {holder}
    </Text>
    <View className="voucher__region">
      <Icon name="place" />
      <Text id="region">{region.name}</Text>
    </View>
  </View>
);

interface Props {
  readonly voucher: Voucher;
  readonly seed: Seed;
  readonly turn: Turn;
  readonly counted: number | undefined;
  readonly passed: number;
  readonly note: RefreshNote | undefined;
  readonly onNext: () => void;
}

/** The code itself: black on white, the QR figure above the bars of the same digits. */
export function CodeView({ voucher, seed, turn, counted, passed, note, onNext }: Props) {
  const digits = useMemo(() => codeAt({ seed: bytesOfHex(seed.seed), handle: seed.handle, province: seed.province }, turn), [seed, turn]);
  return (
    <Card id="code-card" className="voucher__card">
      <Holder voucher={voucher} />
      <CodeFigure id="qr" kind="qr" digits={digits} label={text.qr} />
      <Countdown turn={turn.step} seconds={CODE_STEP_SECONDS} passed={passed} words={counted === undefined ? text.every : text.soon(counted)} />
      <Button id="refresh" look="second" label={text.refresh} onClick={onNext} />
      {note ? (
        <Text id="refresh-note" className="voucher__note">
          {text[NOTES[note]]}
        </Text>
      ) : null}
      <View className="voucher__bars">
        <CodeFigure id="bar" kind="bar" digits={digits} label={text.bars} />
        <Text id="digits" className="voucher__digits" {...a11y('text', text.digits)}>
          {groups(digits)}
        </Text>
      </View>
    </Card>
  );
}
