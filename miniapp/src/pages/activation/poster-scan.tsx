import type { Poster } from '@yibao/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { activation as copy } from '../../copy/activation';
import { phoneNow } from '../../platform/clock';
import { useDidShow } from '../../platform/lifecycle';
import { isCameraAllowed, openPermissions } from '../../platform/permission';
import { scanCode } from '../../platform/scan';
import { elder } from '../../state/elder';
import { noteScanned } from '../../state/launch';
import { scannedPoster } from './scanned-poster';

const { scan: text } = copy;

type Outcome = Poster | 'foreign' | 'denied' | 'failed';

/** Undefined where the person closed the scanner: then all stays as it was. */
async function scanned(scan: NonNullable<typeof scanCode>): Promise<Outcome | undefined> {
  const code = await scan();
  if ('ended' in code) return code.ended === 'cancelled' ? undefined : code.ended;
  const poster = scannedPoster(code);
  if (poster) await noteScanned(poster, phoneNow());
  return poster ?? 'foreign';
}

const codeIn = ({ promotion }: Poster) => (promotion === undefined || promotion === 'other' ? undefined : promotion);

const Told = ({ outcome }: { outcome: Outcome }) => {
  // 长辈版 speaks of nothing that promotes.
  const isPlain = elder.useValue() === true;
  if (typeof outcome === 'object') return <Notice id="poster-noted" tone="success" title={text.noted} body={text.notedBody(isPlain ? undefined : codeIn(outcome))} />;
  const { title, body } = text[outcome];
  return (
    <Notice id={`poster-${outcome}`} tone="info" title={title} body={body}>
      {outcome === 'denied' && openPermissions ? <Button id="scan-settings" look="second" label={text.toSettings} onClick={openPermissions} /> : null}
    </Notice>
  );
};

/** 激活二维码, for whoever came here another way and stands before one (ACT-8). Nobody needs it in order to activate. */
export function PosterScan() {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  useDidShow(() => setOutcome((before) => (before === 'denied' && isCameraAllowed() ? undefined : before)));
  if (!scanCode) return null;
  const scan = scanCode;
  const start = () => {
    setBusy(true);
    void scanned(scan).then((next) => {
      setOutcome((before) => next ?? before);
      setBusy(false);
    });
  };
  return (
    <>
      {outcome ? (
        <View className="activation__told">
          <Told outcome={outcome} />
        </View>
      ) : null}
      <Button id="scan-poster" look="plain" label={outcome ? text.again : text.offer} busy={busy ? text.busy : undefined} onClick={start} />
    </>
  );
}
