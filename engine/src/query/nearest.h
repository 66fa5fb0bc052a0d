/** What was meant: the known names that are nearest to one that is not known. */
#ifndef IMSI_NEAREST_H
#define IMSI_NEAREST_H

#include "base/strbuf.h"

enum { IMSI_NEAREST = 3 };

/** Initialise with { .given = name }. */
typedef struct imsi_nearest {
  const char *given;
  const char *names[IMSI_NEAREST]; /**< borrowed, those with the fewest changes first */
  size_t distances[IMSI_NEAREST];
} imsi_nearest;

/** Takes `name` if it is nearer than one of those kept; of equals the first stays. */
void imsi_nearest_offer(imsi_nearest *nearest, const char *name);

/** Appends "; nearest: A.5.1, A.5.2"; nothing if nothing was offered. */
void imsi_nearest_append(const imsi_nearest *nearest, imsi_strbuf *text);

#endif
