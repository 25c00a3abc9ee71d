import { type AccountData, chinaDay, Refusal } from '@yibao/shared';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Notice } from '../../components/notice';
import { Card } from '../../components/page';
import { data as text } from '../../copy/account';
import { wordsOf } from '../../copy/refusals';
import { copyText } from '../../platform/clipboard';
import { keepFile } from '../../platform/keep-file';
import { contentsOf, fileOf } from './contents';

type Handed = 'copied' | 'failed' | Refusal;

/** Why the platform did not let it out, where it says so. */
const Refused = ({ refusal }: { refusal: Refusal }) => {
  const { title, remedy } = wordsOf(refusal);
  return <Notice id="data-refused" tone="warn" title={title} body={remedy} />;
};

const Told = ({ handed }: { handed: Handed }) =>
  handed instanceof Refusal ? (
    <Refused refusal={handed} />
  ) : (
    <Notice id={`data-${handed}`} tone={handed === 'copied' ? 'success' : 'warn'} title={text[handed]} body={text[`${handed}Body`]} />
  );

const Rows = ({ found }: { found: AccountData }) => {
  const { voucher, counts } = contentsOf(found);
  return (
    <Card tight id="data-contents">
      <Cell title={text.voucher} value={voucher ? text.has : text.none} />
      {counts.map(({ kind, count }) => (
        <Cell key={kind} title={text[kind]} value={text.count(count)} />
      ))}
    </Card>
  );
};

/** The copy is there: what is in it, and the ways to take it along. */
export function Ready({ found }: { found: AccountData }) {
  const [handed, setHanded] = useState<Handed>();
  const file = fileOf(found, chinaDay(new Date(found.exportedAt)));
  const failed = (reason: unknown) => setHanded(reason instanceof Refusal ? reason : 'failed');
  return (
    <>
      <Notice id="data-ready" tone="success" title={text.ready} body={text.readyBody} />
      <Rows found={found} />
      {handed ? <Told handed={handed} /> : null}
      {keepFile ? <Button id="keep-data" label={text.keep[keepFile.where]} onClick={() => void keepFile?.keep(file).then(() => setHanded(undefined), failed)} /> : null}
      <Button id="copy-data" look={keepFile ? 'second' : 'main'} label={text.copy} onClick={() => void copyText(file.text).then(() => setHanded('copied'), failed)} />
    </>
  );
}
