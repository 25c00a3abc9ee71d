import { Text, View } from '@tarojs/components';
import type { Agreement } from '@yibao/shared';
import { zh } from '../copy/zh';
import { named } from './a11y';
import { Card, Words } from './page';
import './full-agreement.scss';

interface Props {
  readonly id?: string;
  readonly agreement: Agreement;
}

/** A text to be agreed to: in short, then in full. */
export const FullAgreement = ({ id, agreement: { title, summary, paragraphs } }: Props) => (
  <Card {...named(id)}>
    <Words look="title">{title}</Words>
    {summary.map((line) => (
      <Text key={line} className="agreement__line">
        {line}
      </Text>
    ))}
    <View className="agreement__rule" />
    <Words look="strong">{zh.activation.agreement.full}</Words>
    {paragraphs.map((paragraph) => (
      <Text key={paragraph} className="agreement__paragraph">
        {paragraph}
      </Text>
    ))}
  </Card>
);
