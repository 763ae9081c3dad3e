/** Which IP addresses are on the public web, in every spelling that a URL can have. */
import { expect, test } from 'vitest'
import { describeSpecialAddress } from '../../src/network/public-address.ts'
import { refusePrivateAddress } from '../../src/network/public-lookup.ts'

const machine = 'an address of this machine'
const cloud = 'the address of a cloud’s metadata service'
const network = 'an address of a private network'
const local = 'a link-local address'
const multicast = 'a multicast address'
const reserved = 'an address that is reserved'

test.each([
  ['127.0.0.1', machine],
  ['127.255.255.254', machine],
  ['0.0.0.0', machine],
  ['10.0.0.1', network],
  ['172.16.0.1', network],
  ['172.31.255.255', network],
  ['192.168.1.1', network],
  ['100.64.0.1', network],
  ['100.127.255.255', network],
  ['169.254.169.254', cloud],
  ['100.100.100.200', cloud],
  ['168.63.129.16', cloud],
  ['169.254.1.1', local],
  ['224.0.0.251', multicast],
  ['239.255.255.250', multicast],
  ['255.255.255.255', reserved],
  ['240.0.0.1', reserved],
  ['192.0.2.1', reserved],
  ['198.18.0.1', reserved],
  ['::', machine],
  ['::1', machine],
  ['fe80::1', local],
  ['fe80::1%eth0', reserved],
  ['fd12:3456::1', network],
  ['fd00:ec2::254', cloud],
  ['fec0::1', network],
  ['ff02::1', multicast],
  ['2001:db8::1', reserved],
  ['2001::1', reserved],
  ['100::1', reserved],
  ['4000::1', reserved],
  ['::ffff:127.0.0.1', machine],
  ['::ffff:a00:1', network],
  ['::ffff:0:10.0.0.1', network],
  ['::127.0.0.1', reserved],
  ['64:ff9b::127.0.0.1', machine],
  ['64:ff9b::a9fe:a9fe', cloud],
  ['64:ff9b:1::1', network],
  ['2002:7f00:1::', machine],
  ['2002:c0a8:101::1', network],
  ['no address', reserved],
])('%s is %s', (address, what) => {
  expect(describeSpecialAddress(address)).toBe(what)
})

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2001:4860:4860::8888',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
  '2002:101:101::1',
])('%s is public', (address) => {
  expect(describeSpecialAddress(address)).toBe(undefined)
})

test.each([
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://0177.0.0.01/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://１２７。０．０．１/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127.0.0.%31/',
  'http://user@127.0.0.1:8080/',
  'http://0/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'https://[64:ff9b::7f00:1]/',
])('%s leads to this machine', (url) => {
  expect(() => refusePrivateAddress(new URL(url))).toThrow(machine)
})
