import { faultsFrom, faultsIn, hasFaults } from './identity-form';

const right = { name: '张三', idNumber: '999999199003071234' };

describe('Name and ID number before they are sent', () => {
  test('the right ones pass, also with spaces around and a small x', () => {
    expect(hasFaults(faultsIn(right))).toBe(false);
    expect(hasFaults(faultsIn({ name: ' 张三 ', idNumber: ' 99999919900307008x ' }))).toBe(false);
  });

  test('a wrong check digit is told at its field', () => {
    expect(faultsIn({ ...right, idNumber: '999999199003071235' })).toEqual({ idNumber: '身份证号不对，请核对18位号码' });
  });

  test('both fields are told at once', () => {
    expect(Object.keys(faultsIn({ name: '', idNumber: '' }))).toEqual(['name', 'idNumber']);
  });

  test('what the service found is told at the fields it names, and only at those of this form', () => {
    expect(faultsFrom([{ field: 'idNumber', remedy: '请核对' }, { field: 'code', remedy: '缺少' }])).toEqual({ idNumber: '请核对' });
  });
});
