#include "base/natural.h"

#include <stddef.h>
#include <string.h>

static int is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static size_t digits(const char *text)
{
  size_t count = 0;
  while (is_digit(text[count]))
    count++;
  return count;
}

static size_t zeros(const char *text, size_t count)
{
  size_t skipped = 0;
  while (skipped + 1 < count && text[skipped] == '0')
    skipped++;
  return skipped;
}

int imsi_natural_compare(const char *a, const char *b)
{
  int leading = 0; /* decides only if nothing else does */
  while (*a && *b) {
    if (is_digit(*a) && is_digit(*b)) {
      const size_t na = digits(a), nb = digits(b);
      const size_t za = zeros(a, na), zb = zeros(b, nb);
      if (na - za != nb - zb)
        return na - za < nb - zb ? -1 : 1;
      const int order = memcmp(a + za, b + zb, na - za);
      if (order)
        return order;
      if (!leading && za != zb)
        leading = za < zb ? -1 : 1;
      a += na;
      b += nb;
    } else if (*a != *b) {
      return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
    } else {
      a++;
      b++;
    }
  }
  if (*a || *b)
    return *a ? 1 : -1;
  return leading;
}
