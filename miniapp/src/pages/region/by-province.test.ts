import { byProvince } from './by-province';

const region = (code: string, province: string, open: boolean) => ({ code, name: code, province, bureau: '', hotline: '12393', open });

test('regions stand under their province, those that have opened first, then by code', () => {
  const provinces = byProvince([region('371700', '山东省', false), region('350300', '福建省', true), region('370200', '山东省', true), region('370100', '山东省', true)]);
  expect(provinces.map(({ name, regions }) => [name, regions.map(({ code }) => code)])).toEqual([
    ['山东省', ['370100', '370200', '371700']],
    ['福建省', ['350300']],
  ]);
});
