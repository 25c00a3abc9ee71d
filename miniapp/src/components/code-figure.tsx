import { Image, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { a11y, unsaid } from './a11y';
import { barModules } from './bar-modules';
import { qrModules } from './qr-modules';
import { modulesUri, runsIn } from './svg-uri';
import './code-figure.scss';

interface Props {
  readonly id: string;
  readonly kind: 'qr' | 'bar';
  readonly digits: string;
  readonly label: string;
}

type Rows = readonly (readonly boolean[])[];

/** The same figure out of boxes, for a client that does not draw SVG images. */
const Boxes = ({ rows }: { rows: Rows }) => (
  <View className="figure__boxes">
    {rows.map((row, y) => (
      <View key={y} className="figure__row">
        {runsIn(row).map(({ dark, from, length }) => (
          <View key={from} className={dark ? 'figure__dark' : ''} style={{ flex: length }} />
        ))}
      </View>
    ))}
  </View>
);

/** A code to be scanned: black on white whatever the theme, drawn without a canvas. */
export function CodeFigure({ id, kind, digits, label }: Props) {
  const rows = useMemo<Rows>(() => (kind === 'qr' ? qrModules(digits) : [barModules(digits)]), [kind, digits]);
  const picture = useMemo(() => modulesUri(rows), [rows]);
  const [undrawable, setUndrawable] = useState(false);
  return (
    <View id={id} className={`figure figure--${kind}`} {...a11y('img', label)}>
      {undrawable ? <Boxes rows={rows} /> : <Image className="figure__image" mode="scaleToFill" src={picture} {...unsaid()} onError={() => setUndrawable(true)} />}
    </View>
  );
}
