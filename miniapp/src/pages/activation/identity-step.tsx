import { confirmIdentity, Refusal } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { proveRealName } from '../../platform/identity';
import { faultsFrom, faultsIn, hasFaults, type IdentityFaults, type IdentityForm } from './identity-form';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { identity: text } = copy;

async function confirm({ name, idNumber }: IdentityForm) {
  const proof = await proveRealName();
  if ('cancelled' in proof) throw new Refusal('ID_CANCELLED');
  return call(confirmIdentity, { name: name.trim(), idNumber: idNumber.trim().toUpperCase(), code: proof.code });
}

/** A field's fault is told when the person has left it, not while they type. */
function useIdentityForm() {
  const [form, setForm] = useState<IdentityForm>({ name: '', idNumber: '' });
  const [faults, setFaults] = useState<IdentityFaults>({});
  const write = (field: keyof IdentityForm) => (value: string) => {
    setForm((before) => ({ ...before, [field]: value }));
    setFaults(({ [field]: _mended, ...others }) => others);
  };
  const check = (field: keyof IdentityForm) => () => {
    const fault = form[field] === '' ? undefined : faultsIn(form)[field];
    if (fault) setFaults((before) => ({ ...before, [field]: fault }));
  };
  return { form, faults, setFaults, write, check };
}

export function IdentityStep({ onDone, onResume }: StepProps) {
  const { form, faults, setFaults, write, check } = useIdentityForm();
  const { busy, refusal, run, clear } = useTask();
  const submit = () => {
    const found = faultsIn(form);
    setFaults(found);
    if (!hasFaults(found)) run(async () => onDone(await confirm(form)));
  };
  const retry = () => {
    setFaults(faultsFrom(refusal?.fields ?? []));
    clear();
  };
  return (
    <StepFrame refusal={refusal} onRetry={retry} onResume={onResume}>
      <Card>
        <Words>{text.why}</Words>
        <Field id="name" label={text.name} placeholder={text.namePlaceholder} value={form.name} fault={faults.name && text.nameFault(faults.name)} maxLength={50} onChange={write('name')} onDone={check('name')} />
        <Field
          id="id-number"
          label={text.idNumber}
          placeholder={text.idNumberPlaceholder}
          type="idcard"
          maxLength={18}
          value={form.idNumber}
          fault={faults.idNumber && text.idNumberFault(faults.idNumber)}
          onChange={write('idNumber')}
          onDone={check('idNumber')}
        />
        <Button id="verify-identity" label={text.verify} busy={busy ? text.busy : undefined} onClick={submit} />
      </Card>
    </StepFrame>
  );
}
