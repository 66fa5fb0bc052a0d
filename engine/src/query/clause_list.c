#include "query/clause_list.h"

#include "base/natural.h"

#include <string.h>

enum { LONGEST = 64 };

/* One entry of the list: a number, or the first and last of a range. */
typedef struct entry {
  char first[LONGEST];
  char last[LONGEST];
} entry;

static bool copy(char *to, const char *from, size_t size)
{
  while (size && *from == ' ')
    from++, size--;
  while (size && from[size - 1] == ' ')
    size--;
  if (!size || size >= LONGEST)
    return false;
  memcpy(to, from, size);
  to[size] = '\0';
  return true;
}

/* Takes the next entry off the list; false if it has no good form. */
static bool next_entry(const char **list, entry *e)
{
  const size_t size = strcspn(*list, ",");
  const char *dash = memchr(*list, '-', size);
  const size_t first = dash ? (size_t)(dash - *list) : size;
  const size_t last = dash ? size - first - 1 : size;
  const bool good = copy(e->first, *list, first) && copy(e->last, dash ? dash + 1 : *list, last) &&
                    !(dash && memchr(dash + 1, '-', last)); /* a range has two ends */
  *list += size;
  if (**list == ',' && !*++*list)
    return false; /* a comma at the end */
  return good && imsi_natural_compare(e->first, e->last) <= 0;
}

ims_status imsi_clause_list_check(const char *list, imsi_reporter *reporter)
{
  const char *rest = list;
  entry e;
  do
    if (!next_entry(&rest, &e)) {
      imsi_report(reporter, IMS_DIAG_BAD_CLAUSES, (ims_pos){ NULL, 0, 0, NULL }, list, NULL, NULL, NULL);
      return IMS_INVALID;
    }
  while (*rest);
  return IMS_OK;
}

static bool is_or_is_below(const char *number, const char *above)
{
  const size_t size = strlen(above);
  return strncmp(number, above, size) == 0 && (number[size] == '\0' || number[size] == '.' || number[size] == '#');
}

bool imsi_clause_list_has(const char *list, const char *number)
{
  entry e;
  for (const char *rest = list; rest && *rest;) {
    if (!next_entry(&rest, &e))
      return false;
    if (is_or_is_below(number, e.last))
      return true;
    if (imsi_natural_compare(e.first, number) <= 0 && imsi_natural_compare(number, e.last) <= 0)
      return true;
  }
  return !list;
}
