import { apiAddress } from './api-address';

test.each(['https://ybm.example.cn', 'http://127.0.0.1:8787', 'http://localhost:9787', 'http://[::1]:8787'])('%s may be built in', (address) => {
  expect(apiAddress(address)).toBe(address);
});

test.each(['http://ybm.example.cn', 'http://192.168.1.4:8787', 'http://127.0.0.1.example.cn', 'ws://127.0.0.1', 'ybm.example.cn'])('%s may not: it is neither encrypted nor this machine', (address) => {
  expect(() => apiAddress(address)).toThrow();
});
