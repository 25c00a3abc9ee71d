import { Input, Text, View } from '@tarojs/components';
import { a11y } from './a11y';
import { saying } from './saying';
import './field.scss';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly hint?: string;
  /** What to write instead; the words typed so far stay. */
  readonly fault?: string | undefined;
  readonly type?: 'text' | 'number' | 'idcard';
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
  readonly onDone?: () => void;
}

interface Typed {
  readonly detail: { readonly value: string };
}

export function Field({ id, label, value, placeholder, hint, fault, type = 'text', maxLength = 60, onChange, onDone }: Props) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {hint ? <Text className="field__hint">{hint}</Text> : null}
      <Input
        id={id}
        className={`field__input ${fault ? 'field__input--fault' : ''}`}
        placeholderClass="field__placeholder"
        type={type}
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        onInput={({ detail }: Typed) => onChange(detail.value)}
        onBlur={() => onDone?.()}
        {...a11y('textbox', saying(label, hint, fault))}
      />
      {fault ? (
        <Text id={`${id}-fault`} className="field__fault">
          {fault}
        </Text>
      ) : null}
    </View>
  );
}
