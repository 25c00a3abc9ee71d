import type { CryptoUse } from './inventory';

const row = ({ protects, algorithm, key, rotation, standard }: CryptoUse) => `| ${[protects, algorithm, key, rotation, standard].join(' | ')} |`;

const HEAD = `# 密码应用清单 Crypto inventory

Generated from \`functions/src/crypto/inventory.ts\` by \`npm run security-docs\`; a test fails when it is stale, when a purpose of a key has no entry, or when a file uses cryptography that no entry names.

| protects | algorithm | key | rotation | standard |
|---|---|---|---|---|
`;

const RULES = `
## Rules

- SM3 and SM4 come from OpenSSL where this Node has them, otherwise from our own JavaScript; each process chooses once, by what is there, and proves known answers of the standards before it serves anything. If one is wrong it does not start: every call is answered 5xx, and the alarm of the function's errors goes off.
- \`npm run build:functions\` proves all known answers (\`functions/src/known-answers.ts\`) on the cryptography as it is bundled, by OpenSSL and by our own, and writes nothing where one is wrong. At cold start every function proves SM3, HMAC-SM3, HKDF-SM3 and SM4 in all modes; the one at the counter the one-time passwords of GM/T 0021 and the codes; those that speak to the national platform SM2 (verify, refuse, sign, decrypt) and the envelope. Two run at build alone: the million rounds of SM4, for their length, and the standard's signature for its given nonce, since nothing that serves may choose a nonce. \`functions/src/known-answers.test.ts\` plants a wrong digit into each vector, and wrong cryptography into five functions.
- SM2 never comes from \`node:crypto\`: its \`sign('sm3')\` is ECDSA for some forms of a key and SM2 with an empty id for others. \`crypto/sm2.ts\` wraps sm-crypto-v2 with hashing and the default id, and throws where the library would answer with nothing. Signatures are r‖s, ciphertexts C1‖C3‖C2; ASN.1, C1‖C2‖C3, another id and an empty one are refused (\`crypto/sm2.test.ts\`).
- SM4-GCM is not used. sm-crypto-v2 decrypts it without checking the tag when none is given; SM4-CTR with HMAC-SM3 does the same three times as fast.
- The mini-program ships only its own SM3 (\`shared/src/code/sm3.ts\`) and generates no secrets. Its known answers are those of \`shared/src/code/code.test.ts\`; the compiled bundles prove it by codes that the counter accepts (\`journeys/stories\`).
- eslint lets nobody else import cryptography; a test finds every file that does, and asks for its entry above.

## A closed text

\`v1.<key id>.<iv>.<ciphertext>.<MAC>\`, each part base64url. The MAC covers table, partition key, sort key, attribute, version, key id, iv and ciphertext, and is compared in constant time before anything is decrypted.

A text that is cut, altered, exchanged, moved, or made with an unknown key does not open (\`SealBroken\`). The caller is answered \`INTERNAL\` (HTTP 500, national code of the same refusal) like for any other defect, and the log gets one line of level \`error\` with the name of the error and stack frames, without data.

## Data keys

One data key at a time seals new values. It lies in the table (\`KEY#DATA\`) wrapped by the key of keys: KMS (\`KEY_PROVIDER=kms:<ARN>\`), or a file of the local stack (\`file:///…\`, made at the first start, mode 0600). In clear it is only in memory, separated by purpose with HKDF-SM3 (salt \`yibao\`, info \`yibao/<key id>/<purpose>/<bytes>\`).

1. \`npm run keys -- rotate\` makes the next key. Functions read the keys again after five minutes at the latest, before a request; the new key is used from ten minutes later on, so no function meets a key that it does not know.
2. \`npm run keys -- backfill\`, a minute after that, seals every row anew and makes the locks of ID numbers anew. It can be interrupted, repeated and run beside the service.
3. \`npm run keys -- list\` shows keys and progress. The next rotation waits for the back-fill.
4. \`npm run keys -- rewrap --to kms:ARN\`, a deployment, \`rewrap --finish\`: to another key of keys ([docs/bureau/keys.md](../bureau/keys.md)).

Against AWS: \`TABLE_NAME=… KEY_PROVIDER=kms:… npm run keys -- list\` with an operator's credentials (Query, Get, Put, Scan on the table; Decrypt and GenerateDataKey on the key; Encrypt on the one to which keys move).

Old data keys are kept: accounts are named by the first one, and PINs rest on the key of their day until they are next given.

## What is not constant in time

The JavaScript SM4 looks tables up and the SM2 of sm-crypto-v2 computes with BigInt. The first runs only where OpenSSL lacks SM4; the second handles messages to the platform, not long-lived personal data. A deployment that must pass 密评 at level three keeps its signing key in a module.
`;

/** docs/security/crypto.md */
export const inventoryPage = (uses: readonly CryptoUse[]) => `${HEAD}${uses.map(row).join('\n')}\n${RULES}`;
