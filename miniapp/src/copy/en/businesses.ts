/** 用码业务类型, which the service names in Chinese. */
export const BUSINESSES: Readonly<Record<string, string>> = {
  '01101': 'registration',
  '01102': 'inpatient record',
  '01103': 'admission',
  '01104': 'deposit',
  '01201': 'consultation',
  '01202': 'booking of an examination',
  '01203': 'examination',
  '01204': 'treatment',
  '01301': 'outpatient payment',
  '01302': 'medicine collection',
  '02121': 'pharmacy purchase',
  '02122': 'prescription download',
};
