#include "model/editions.h"

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
