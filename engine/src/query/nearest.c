#include "query/nearest.h"

#include "base/utf8.h"

#include <string.h>

void imsi_nearest_offer(imsi_nearest *nearest, const char *name)
{
  const size_t distance = imsi_utf8_distance(nearest->given, name);
  size_t place = IMSI_NEAREST;
  while (place > 0 && (!nearest->names[place - 1] || distance < nearest->distances[place - 1]))
    place--;
  if (place == IMSI_NEAREST)
    return;
  const size_t behind = IMSI_NEAREST - 1 - place;
  memmove(&nearest->names[place + 1], &nearest->names[place], behind * sizeof *nearest->names);
  memmove(&nearest->distances[place + 1], &nearest->distances[place], behind * sizeof *nearest->distances);
  nearest->names[place] = name;
  nearest->distances[place] = distance;
}

void imsi_nearest_append(const imsi_nearest *nearest, imsi_strbuf *text)
{
  for (size_t i = 0; i < IMSI_NEAREST && nearest->names[i]; i++) {
    imsi_strbuf_text(text, i ? ", " : "; nearest: ");
    imsi_strbuf_text(text, nearest->names[i]);
  }
}
