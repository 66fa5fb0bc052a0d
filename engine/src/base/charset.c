#include "base/charset.h"

void imsi_charset_put(uint32_t code, imsi_strbuf *out)
{
  char bytes[4];
  size_t size = 0;
  if (!code || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF)
    code = 0xFFFD;
  if (code < 0x80) {
    bytes[size++] = (char)code;
  } else if (code < 0x800) {
    bytes[size++] = (char)(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    bytes[size++] = (char)(0xE0 | code >> 12);
  } else {
    bytes[size++] = (char)(0xF0 | code >> 18);
    bytes[size++] = (char)(0x80 | (code >> 12 & 0x3F));
  }
  if (code >= 0x800)
    bytes[size++] = (char)(0x80 | (code >> 6 & 0x3F));
  if (code >= 0x80)
    bytes[size++] = (char)(0x80 | (code & 0x3F));
  imsi_strbuf_bytes(out, bytes, size);
}

static uint32_t unit_at(const char *data, size_t i, bool big_endian)
{
  const unsigned char first = (unsigned char)data[i], second = (unsigned char)data[i + 1];
  return big_endian ? (uint32_t)(first << 8 | second) : (uint32_t)(second << 8 | first);
}

static bool is_high(uint32_t unit)
{
  return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
  return unit >= 0xDC00 && unit < 0xE000;
}

size_t imsi_charset_utf16(const char *data, size_t size, bool big_endian, imsi_strbuf *out)
{
  size_t bad = SIZE_MAX;
  for (size_t i = 0; i < size; i += 2) {
    uint32_t code = size - i >= 2 ? unit_at(data, i, big_endian) : 0;
    const bool pair = is_high(code) && size - i >= 4 && is_low(unit_at(data, i + 2, big_endian));
    if (pair) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit_at(data, i + 2, big_endian) - 0xDC00);
      i += 2;
    }
    if (bad == SIZE_MAX && (!code || is_high(code) || is_low(code)))
      bad = out->size;
    imsi_charset_put(code, out);
  }
  return bad;
}

void imsi_charset_windows(const char *data, size_t size, imsi_strbuf *out)
{
  /* 0x80 to 0x9F; the five bytes that stand for nothing are the controls of that number, as browsers have it */
  static const uint16_t upper[] = { 0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178 };
  for (size_t i = 0; i < size;) {
    const size_t plain = i;
    while (i < size && (unsigned char)data[i] < 0x80)
      i++;
    imsi_strbuf_bytes(out, data + plain, i - plain);
    for (; i < size && (unsigned char)data[i] >= 0x80; i++) {
      const unsigned char byte = (unsigned char)data[i];
      imsi_charset_put(byte < 0xA0 ? upper[byte - 0x80] : byte, out);
    }
  }
}
