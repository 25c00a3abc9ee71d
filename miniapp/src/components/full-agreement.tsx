import { Text, View } from '@tarojs/components';
import { agreementOf, type AgreementPurpose, AGREEMENTS } from '@yibao/shared';
import { agreement as text } from '../copy/agreement';
import { named } from './a11y';
import { Card, Words } from './page';
import './full-agreement.scss';

interface Props {
  readonly id?: string;
  readonly purpose: AgreementPurpose;
  /** The text as it was agreed to; without one, as it is now. */
  readonly version?: string;
}

/** What the text says, for who does not read Chinese. */
export const InShort = ({ purpose }: Pick<Props, 'purpose'>) =>
  text.holds ? (
    <View className="agreement__short">
      <Words>{text.holds}</Words>
      {text.inShort[purpose].map((line) => (
        <Text key={line} className="agreement__line">
          {line}
        </Text>
      ))}
    </View>
  ) : null;

/** A text to be agreed to: in short, then in full. */
export function FullAgreement({ id, purpose, version }: Props) {
  const { title, summary, paragraphs } = (version === undefined ? undefined : agreementOf(purpose, version)) ?? AGREEMENTS[purpose];
  return (
    <Card {...named(id)}>
      <Words look="title">{title}</Words>
      <InShort purpose={purpose} />
      {summary.map((line) => (
        <Text key={line} className="agreement__line">
          {line}
        </Text>
      ))}
      <View className="agreement__rule" />
      <Words look="strong">{text.full}</Words>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} className="agreement__paragraph">
          {paragraph}
        </Text>
      ))}
    </Card>
  );
}
