#include "model/editions.h"

#include <ctype.h>
#include <string.h>

bool imsi_edition_is_of(const ims_edition *edition, const char *number, size_t size)
{
  /* most differ in the first letter */
  return strncmp(edition->id, number, size) == 0 && strcspn(edition->id, ":") == size;
}

bool imsi_same_standard(const ims_edition *a, const ims_edition *b)
{
  return imsi_edition_is_of(a, b->id, strcspn(b->id, ":"));
}

const ims_edition *imsi_edition_usual(const ims_model *model, const char *number, size_t size)
{
  const ims_edition *only = NULL;
  size_t count = 0;
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (!imsi_edition_is_of(edition, number, size))
      continue;
    if (edition->is_default)
      return edition;
    only = edition;
    count++;
  }
  return count == 1 ? only : NULL;
}

/* ---- prints ---- */

enum { LONGEST_PRINT = 64 };

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Where amendments begin: "+A1:2024", "/A11:2020". */
static size_t without_amendments(const char *name, size_t size)
{
  size_t at = 0;
  while (at < size && name[at] != '+' && !(name[at] == '/' && at && is_digit(name[at - 1])))
    at++;
  return at;
}

/* The size without the month: "2024-01". */
static size_t without_month(const char *name, size_t size)
{
  if (size < 7 || name[size - 3] != '-' || !is_digit(name[size - 1]) || !is_digit(name[size - 2]))
    return size;
  for (size_t i = 4; i <= 7; i++)
    if (!is_digit(name[size - i]))
      return size;
  return size - 3;
}

/* Writes what tells prints apart, letters in capitals and figures; false if there is no room for it. */
static bool write_plain(const char *name, size_t size, char plain[LONGEST_PRINT + 1])
{
  size_t length = 0;
  while (size && name[size - 1] == ' ')
    size--;
  size = without_month(name, without_amendments(name, size));
  for (size_t i = 0; i < size; i++) {
    if (strchr(" -_/:()", name[i]) && name[i])
      continue;
    if (length == LONGEST_PRINT)
      return false;
    plain[length++] = (char)toupper((unsigned char)name[i]);
  }
  plain[length] = '\0';
  return length > 0;
}

static bool is_printed_as(const ims_edition *edition, const char *plain)
{
  char print[LONGEST_PRINT + 1];
  for (const char *at = edition->prints; *at; at += *at == ';') {
    at += strspn(at, " ");
    const size_t size = strcspn(at, ";");
    if (write_plain(at, size, print) && strcmp(print, plain) == 0)
      return true;
    at += size;
  }
  return false;
}

const ims_edition *imsi_edition_printed(const ims_model *model, const char *name, size_t size)
{
  char plain[LONGEST_PRINT + 1];
  if (!write_plain(name, size, plain))
    return NULL;
  for (size_t i = 0; i < ims_edition_count(model); i++)
    if (is_printed_as(ims_edition_at(model, i), plain))
      return ims_edition_at(model, i);
  return NULL;
}
