import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from './a11y';
import { Tappable } from './tappable';
import './keypad.scss';

const LENGTH = 6;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

interface Props {
  readonly label: string;
  /** How many digits are in, as a screen reader says it. */
  readonly entered: (count: number) => string;
  readonly deleteLabel: string;
  readonly busy: boolean;
  readonly onPin: (pin: string) => void;
}

const Dots = ({ count, label }: { count: number; label: string }) => (
  <View id="pin-dots" className="keypad__dots" {...a11y('img', label, { live: 'polite' })}>
    {Array.from({ length: LENGTH }, (_, at) => (
      <View key={at} className="keypad__slot">
        <View className={at < count ? 'keypad__dot keypad__dot--in' : 'keypad__dot'} />
      </View>
    ))}
  </View>
);

interface KeyProps {
  readonly id: string;
  readonly face: string;
  readonly onTap: () => void;
}

const Key = ({ id, face, onTap }: KeyProps) => (
  <Tappable id={id} role="button" label={face} className="keypad__key" pressedClass="keypad__key--pressed" onTap={onTap}>
    <Text>{face}</Text>
  </Tappable>
);

/** Six digits on keys of our own, always in the same order, never shown. Empties itself when it hands the PIN over. */
export function Keypad({ label, entered, deleteLabel, busy, onPin }: Props) {
  const [pin, setPin] = useState('');
  const press = (digit: string) => {
    if (busy) return;
    const next = pin + digit;
    setPin(next.length === LENGTH ? '' : next);
    if (next.length === LENGTH) onPin(next);
  };
  return (
    <View className={busy ? 'keypad keypad--busy' : 'keypad'}>
      <Text id="pin-label" className="keypad__label">
        {label}
      </Text>
      <Dots count={busy ? LENGTH : pin.length} label={entered(pin.length)} />
      <View className="keypad__keys">
        {KEYS.map((digit) => (digit === '' ? <View key="blank" className="keypad__blank" /> : <Key key={digit} id={`key-${digit}`} face={digit} onTap={() => press(digit)} />))}
        <Key id="key-delete" face={deleteLabel} onTap={() => setPin(pin.slice(0, -1))} />
      </View>
    </View>
  );
}
