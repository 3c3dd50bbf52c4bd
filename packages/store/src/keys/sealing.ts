// The cryptography of the keys: AES-256-GCM, X25519 and HKDF, scrypt, Ed25519; every ciphertext is bound to what it is for.

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  scrypt,
  sign,
} from "node:crypto";

/** Bytes of a private key, of a public key, of a seed and of a secret. */
export const KEY_BYTES = 32;
export const SALT_BYTES = 16;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `bound`: what it is for; with any other it does not open again. */
export const encrypt = (key: Uint8Array, plain: Uint8Array, bound: string): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** `undefined` with another key, for another purpose, or when a bit was changed. */
export const decrypt = (key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined => {
  if (key.length !== KEY_BYTES || sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
  } catch {
    return undefined;
  }
};

/** What stands before the 32 bytes in DER (RFC 8410, sections 4 and 7). */
const DER = {
  x25519: {
    private: Buffer.from("302e020100300506032b656e04220420", "hex"),
    public: Buffer.from("302a300506032b656e032100", "hex"),
  },
  ed25519: {
    private: Buffer.from("302e020100300506032b657004220420", "hex"),
    public: Buffer.from("302a300506032b6570032100", "hex"),
  },
} as const;
type Kind = keyof typeof DER;

const privateKey = (kind: Kind, bytes: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([DER[kind].private, bytes]), format: "der", type: "pkcs8" });

const publicKey = (kind: Kind, bytes: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([DER[kind].public, bytes]), format: "der", type: "spki" });

/** The public half of 32 private bytes: of a key pair, or of a seed. */
export const publicHalf = (kind: Kind, bytes: Uint8Array): Buffer =>
  createPublicKey(privateKey(kind, bytes))
    .export({ format: "der", type: "spki" })
    .subarray(DER[kind].public.length);

export const signWith = (seed: Uint8Array): ((bytes: Uint8Array) => Uint8Array) => {
  const key = privateKey("ed25519", seed);
  return (bytes) => new Uint8Array(sign(null, bytes, key));
};

/** For whoever has the private half of this X25519 key, with a key pair of its own for each. */
export const sealTo = (receiver: Uint8Array, plain: Uint8Array, bound: string): Buffer => {
  const own = randomBytes(KEY_BYTES);
  const sender = publicHalf("x25519", own);
  const key = shared({ own, other: receiver, sender, receiver });
  return Buffer.concat([sender, encrypt(key, plain, bound)]);
};

export const openSealed = (own: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined => {
  const sender = sealed.subarray(0, KEY_BYTES);
  const key = shared({ own, other: sender, sender, receiver: publicHalf("x25519", own) });
  return decrypt(key, sealed.subarray(KEY_BYTES), bound);
};

type Shared = { readonly [part in "own" | "other" | "sender" | "receiver"]: Uint8Array };

/** Both public keys go into the derivation (RFC 9180 does the same), so that neither can be exchanged unnoticed. */
const shared = ({ own, other, sender, receiver }: Shared): Buffer => {
  const secret = diffieHellman({
    privateKey: privateKey("x25519", own),
    publicKey: publicKey("x25519", other),
  });
  const both = Buffer.concat([sender, receiver]);
  return Buffer.from(hkdfSync("sha256", secret, both, "yinuo/sealed/v1", KEY_BYTES));
};

/** Slow on purpose: whoever has the database guesses at one password in a tenth of a second. */
export type DeriveKey = (password: string, salt: Uint8Array) => Promise<Buffer>;

/** The cost is that of the password's own hash. `password`: in NFKC, as that hash takes it. */
export const deriveKey: DeriveKey = (password, salt) =>
  new Promise((resolve, reject) => {
    const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
    scrypt(`yinuo/account-key/v1\n${password}`, salt, KEY_BYTES, cost, (problem, key) =>
      problem === null ? resolve(key) : reject(problem),
    );
  });

/** By the holder of a seed, that this public key was given it. */
export const holderMark = (seed: Uint8Array, account: string, holder: Uint8Array): Buffer =>
  createHmac("sha256", hkdf(seed, "yinuo/holder/v1")).update(`${account}\n`).update(holder).digest();

const hkdf = (key: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), info, KEY_BYTES));
