/** SHA-256 (FIPS 180-4), a byte at a time: for the build alone. */
#ifndef SHA256_H
#define SHA256_H

#include <stdint.h>

/** Room for a hash in Base64 and its end. */
enum { SHA256_BASE64 = 45 };

typedef struct sha256 {
  uint32_t state[8];
  unsigned char block[64];
  uint64_t size; /**< Bytes so far. */
} sha256;

void sha256_begin(sha256 *hash);
void sha256_byte(sha256 *hash, unsigned char byte);
/** Writes the hash of all bytes in Base64. */
void sha256_end(sha256 *hash, char text[SHA256_BASE64]);

#endif
