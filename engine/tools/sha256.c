#include "sha256.h"

/* the fractional parts of the roots of the first primes: cube roots, square roots */
static const uint32_t constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
static const uint32_t start[8] = {
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint32_t turn(uint32_t word, unsigned count)
{
  return word >> count | word << (32 - count);
}

static void take_block(sha256 *hash)
{
  uint32_t w[64], s[8];
  for (unsigned i = 0; i < 16; i++)
    w[i] = (uint32_t)hash->block[4 * i] << 24 | (uint32_t)hash->block[4 * i + 1] << 16 |
           (uint32_t)hash->block[4 * i + 2] << 8 | hash->block[4 * i + 3];
  for (unsigned i = 16; i < 64; i++)
    w[i] = w[i - 16] + w[i - 7] + (turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3) +
           (turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10);
  for (unsigned i = 0; i < 8; i++)
    s[i] = hash->state[i];
  for (unsigned i = 0; i < 64; i++) {
    const uint32_t a = s[0], e = s[4];
    const uint32_t one =
        s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + constants[i] + w[i];
    const uint32_t two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
    for (unsigned k = 7; k > 0; k--)
      s[k] = s[k - 1];
    s[4] += one;
    s[0] = one + two;
  }
  for (unsigned i = 0; i < 8; i++)
    hash->state[i] += s[i];
}

void sha256_begin(sha256 *hash)
{
  for (unsigned i = 0; i < 8; i++)
    hash->state[i] = start[i];
  hash->size = 0;
}

void sha256_byte(sha256 *hash, unsigned char byte)
{
  hash->block[hash->size++ % sizeof hash->block] = byte;
  if (hash->size % sizeof hash->block == 0)
    take_block(hash);
}

static void write_base64(const unsigned char *bytes, unsigned size, char *text)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (unsigned i = 0; i < size; i += 3) {
    const uint32_t three =
        (uint32_t)bytes[i] << 16 | (i + 1 < size ? (uint32_t)bytes[i + 1] << 8 : 0) | (i + 2 < size ? bytes[i + 2] : 0);
    *text++ = digits[three >> 18];
    *text++ = digits[three >> 12 & 63];
    *text++ = i + 1 < size ? digits[three >> 6 & 63] : '=';
    *text++ = i + 2 < size ? digits[three & 63] : '=';
  }
  *text = '\0';
}

void sha256_end(sha256 *hash, char text[SHA256_BASE64])
{
  const uint64_t bits = hash->size * 8;
  unsigned char bytes[32];
  sha256_byte(hash, 0x80);
  while (hash->size % sizeof hash->block != 56)
    sha256_byte(hash, 0);
  for (int i = 7; i >= 0; i--)
    sha256_byte(hash, (unsigned char)(bits >> 8 * i));
  for (unsigned i = 0; i < 32; i++)
    bytes[i] = (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
  write_base64(bytes, sizeof bytes, text);
}
